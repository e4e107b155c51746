// Finds what short words ask of the topic that was answered last: "why", "how long", "with a roller".

import type { Found } from '../dialogue/event';
import type { Finder } from './answers';
import { type Bank, type BankTopic, exerciseOf, isAbout, isAskedBy } from './bank';

/** Finds what short words ask of a topic; null when they ask of something else, or nothing is known of it. */
export type Follower = (words: string, told: string, namesWish: boolean) => Found | null;

/** `namesWish`: the words are nothing but a tool or a place, which may be asked about as well. */
export function followerOf(bankOfLanguage: () => Bank, find: Finder): Follower {
  return (words, told, namesWish) => {
    const bank = bankOfLanguage();
    const title = bank.titleOf(told);
    if (title === undefined) return null;
    const question = `${words} ${title}`;
    const { asks, about } = bank.partsOf(words);
    const isBare = asks !== undefined && about.length === 0 && !namesWish;
    if (exerciseOf(told) !== undefined) {
      const asksAspect = isBare || (!namesWish && find(words).aspect !== undefined);
      return asksAspect ? sureOf(find(question), told) : null;
    }
    const sought = isBare ? asks : namesWish && asks === undefined && about.length === 1 ? about[0] : undefined;
    const subject = subjectOf(title, isBare, bank);
    if (sought === undefined || subject === undefined || !isAskedBy(bank.topicOf(told), subject)) return null;
    const isAboutBoth = (topic: BankTopic) => isAbout(topic, sought) && isAbout(topic, subject);
    return sureOf(
      find(question, (topic) => !topic.out && topic.id !== told && isAboutBoth(topic)),
      told,
    );
  };
}

/** What a title is about: the term that tells most. Where another thing is asked of it, what it asked does not count. */
function subjectOf(title: string, isBare: boolean, bank: Bank): string | undefined {
  const { about } = bank.partsOf(title);
  const { weights, subject } = bank.weigh(title);
  if (!isBare) return subject;
  return [...about].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0))[0];
}

/** What was found, unless it only comes near or was told already. */
function sureOf({ topics, nearness }: Found, told: string): Found | null {
  const sure = nearness === 'meant' || nearness === 'likely';
  return sure && topics[0] !== told ? { topics, nearness } : null;
}
