// Tells in which column of the symptom table something was said, from what was sounding and asked.

import type { Turn } from '../../../lambda/dialogue/act';
import type { When } from './cells';
import type { Instant } from './instants';

/** The columns of the safety page that may be meant, the likeliest first. */
export function whenOf(heard: Turn | null, instant: Instant): When[] {
  const { sounding } = instant;
  const prompt = heard ? promptIn(heard) : 'screening.q1.ask';
  if (['search', 'lead', 'press', 'release'].includes(sounding)) return ['touching'];
  if (sounding === 'stretch' || sounding === 'carried') return ['stretching'];
  if (sounding === 'quiet') return ['between'];
  if (sounding === 'words') return whileSpeaking(heard);
  // Long after everything: somewhere past the prompt, and perhaps past what silence led to.
  if (sounding === 'over') return [...whenAsked(prompt), 'stretching', 'between', 'after'];
  return whenAsked(prompt);
}

/** The prompt that was heard; "Is it new or worse today?" after an outcome asks what Q3b asked. */
export function promptIn({ asks, reprompt }: Turn): string {
  const prompt = asks?.key ?? '';
  const warned = reprompt?.asks.key === prompt && reprompt.says.some(({ key }) => key.startsWith('outcome.'));
  return prompt === 'screening.new' && warned ? 'screening.q3b' : prompt;
}

function whileSpeaking(heard: Turn | null): When[] {
  const kinds = heard?.plays.map(({ act }) => act?.key ?? '') ?? [];
  if (kinds.some((key) => key.startsWith('quiet.'))) return ['between'];
  return kinds.some((key) => /^(find|press|pin)\./.test(key)) ? ['touching'] : ['stretching'];
}

function whenAsked(prompt: string): When[] {
  // Beside a reminder or a warm-up what counts is where it was asked for, which the prompt does not tell.
  if (/^(remind|warmUp)\./.test(prompt)) return ['screening', 'between', 'touching', 'after'];
  if (/^(outcome\.goBack|screening\.q3b(\.sure)?)$/.test(prompt)) return ['warned'];
  if (prompt === 'screening.new') return ['screening', 'between'];
  if (/^(screening\.[qr][0-8]|reading|recap|tips|guide\.offer)/.test(prompt)) return ['screening'];
  if (/^(find\.ask|worry\.|check\.|feeling\.|offer\.(second|lighter|pin|stretches$))/.test(prompt)) return ['touching'];
  return prompt.startsWith('close.') ? ['after'] : ['between'];
}

/**
 * In a session that has not started a quiet minute belongs to the screening; a report in a break asks for all of it.
 */
export const beforeStart = (whens: When[]): When[] => (whens.includes('between') ? ['screening', ...whens] : whens);
