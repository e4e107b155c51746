// Shows a conversation while it happens, second by second.

import type { Happening, Turn } from '../device';
import type { Clip } from '../sound/audio';
import { barAt, runsIn, wrapped } from './picture';
import type { Speaker } from './speaker';

/** Where words go: a terminal, or a test. */
export interface Screen {
  /** Writes a whole line, above the one that is being written over. */
  line(text: string): void;
  /** Writes over the last line. */
  over(text: string): void;
  width: number;
}

const WHO = 'alexa  ';
const INDENT = ' '.repeat(WHO.length);

const OVER = 'The session is over. Enter opens Knot Relief again.';

const noModel = (locale: string, stays: string): string => `Nobody has translated it for ${locale}. It stays ${stays}.`;

const noDevice = (device: string, devices: readonly string[]): string =>
  `There is no device "${device}". There are: ${devices.join(', ')}.`;

function asked(scope: string, answer: string): string {
  const what = scope.includes('timers') ? 'timers' : 'reminders';
  return `Alexa asks whether Knot Relief may set ${what}. Answer: ${answer}. ":permission granted" before it changes that.`;
}

function endOf(clips: readonly Clip[], otherwise: number): number {
  const last = clips.at(-1);
  return last ? last.atMs + last.lastsMs : otherwise;
}

/** How a tone is shown. */
const TONE = '♪';

const wordsOf = ({ text, sound }: Clip): string => text || (sound ? TONE : '');

/** A long clip as its sentences, each at the moment it is reached. */
function bySentence(clip: Clip): Clip[] {
  const sentences = clip.text?.match(/[^.?!]+[.?!…]*\s*/g) ?? [];
  if (!clip.text || sentences.length < 2) return [clip];
  let before = 0;
  return sentences.map((sentence) => {
    const atMs = clip.atMs + (clip.lastsMs * before) / (clip.text?.length ?? 1);
    before += sentence.length;
    return { ...clip, atMs, text: sentence.trim() };
  });
}

interface Play {
  clips: Clip[];
  runs: ReturnType<typeof runsIn>;
  next: number;
  endsMs: number;
  named: boolean;
  /** Shown once everything has been said. */
  card: Card | undefined;
}

type Card = Turn['card'];

/** Shows clips at their moments, and what is left of a hold between them. */
export class Stage {
  private play: Play | null = null;

  constructor(
    private readonly screen: Screen,
    private readonly speaker: Speaker,
  ) {}

  /** Takes up what happened. With `atOnce` everything is shown now, its moments written beside it. */
  show(happening: Happening, atOnce: boolean): void {
    if (happening.type === 'turn') this.begin(happening.clips, happening.totalMs, atOnce, happening.card);
    else if (happening.type === 'reprompt') this.begin(happening.clips, endOf(happening.clips, happening.atMs), atOnce);
    else if (happening.type === 'noSession') this.aside('Knot Relief is not open. Enter opens it.');
    else if (happening.type === 'noTimer') this.aside('No timer is due yet.');
    else if (happening.type === 'unknownDevice') this.aside(noDevice(happening.device, happening.devices));
    else if (happening.type === 'unknownLocale') this.aside(noModel(happening.locale, happening.stays));
    else if (happening.type === 'permissionAsked') this.aside(asked(happening.scope, happening.answer));
    else if (happening.type === 'audioFailed') this.aside('The timed part was not played; the skill has been told.');
    else if (happening.reason === 'EXCEEDED_MAX_REPROMPTS') this.aside(`Nobody answered. ${OVER}`);
    else this.aside(OVER);
  }

  /** True while something sounds. */
  isPlaying(atMs: number): boolean {
    return this.play !== null && atMs < this.play.endsMs;
  }

  /** Draws the moment `atMs` after the first sound. */
  draw(atMs: number, microphone: boolean): void {
    const { play } = this;
    if (!play) return;
    for (let clip = play.clips[play.next]; clip && clip.atMs <= atMs; clip = play.clips[++play.next])
      this.speak(clip, play);
    if (atMs >= play.endsMs) this.showCard(play);
    if (atMs >= play.endsMs) this.screen.over(microphone ? 'you    ' : '');
    else this.screen.over(barAt(play.runs, atMs) || `${INDENT}…`);
  }

  /** The listener has begun to speak: what was playing stops. */
  interrupt(): void {
    this.speaker.hush();
    this.play = null;
    this.screen.over('');
  }

  private begin(clips: Clip[], endsMs: number, atOnce: boolean, card?: Card): void {
    const spoken = atOnce ? clips : clips.flatMap(bySentence);
    this.play = { clips: spoken, runs: runsIn(clips), next: 0, endsMs, named: false, card };
    if (atOnce) this.showAll(this.play);
  }

  private showAll(play: Play): void {
    const timed = play.runs.length > 0;
    for (const clip of play.clips) {
      const words = wordsOf(clip);
      if (!words) continue;
      const moment = timed ? `${(clip.atMs / 1000).toFixed(1).padStart(6)} s  ` : '';
      this.write(words, play, moment);
    }
    play.next = play.clips.length;
    this.showCard(play);
    this.screen.over('');
  }

  /** The card of the Alexa app, under what was said. */
  private showCard(play: Play): void {
    const { card } = play;
    if (!card) return;
    play.card = undefined;
    this.screen.over('');
    this.screen.line(`app    ${card.title}`);
    for (const line of card.text.split('\n')) this.screen.line(`${INDENT}${line}`);
  }

  private speak(clip: Clip, play: Play): void {
    const words = wordsOf(clip);
    if (!words) return;
    this.write(words, play);
    if (clip.text) this.speaker.say(clip.text);
  }

  private write(text: string, play: Play, moment = ''): void {
    const words = wrapped(text, INDENT + ' '.repeat(moment.length), this.screen.width);
    this.screen.line(`${play.named ? INDENT : WHO}${moment}${words}`);
    play.named = true;
  }

  private aside(text: string): void {
    this.screen.over('');
    this.screen.line(`${INDENT}(${text})`);
    this.play = null;
  }
}
