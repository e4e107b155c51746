// A listener to test the conversation with, who speaks at a given time and remembers what they hear.

import { join } from 'node:path';
import { contentVersion, questions, routineTables, topics } from '../../content';
import { contactsIn } from '../../content/countries';
import { folderLanguages } from '../../content/languages';
import { usualZoneOf } from '../../lambda/alexa/days';
import { LIMITS } from '../../lambda/alexa/limits';
import type { Act, Turn } from '../../lambda/dialogue/act';
import type { Context, KeptPlace, Remembered, Screened } from '../../lambda/dialogue/context';
import { converse } from '../../lambda/dialogue/converse';
import type { Event, EventType, Outcome } from '../../lambda/dialogue/event';
import { keptPlaceOf } from '../../lambda/dialogue/keeping';
import { type MomentName, type Settings, type State, USUAL_SETTINGS } from '../../lambda/dialogue/state';
import type { Wishes } from '../../lambda/domain/choice';
import type { ScreeningForm } from '../../lambda/domain/healthQuestions';
import { lengthOfSlot, type Slot } from '../../lambda/domain/timeline';
import { type Speech, speechIn, spokenLanguageOf } from '../../lambda/speech/speech';
import { turnFaults } from './turn-faults';

const languages = folderLanguages(join(__dirname, '../../content/languages'));
const speeches = new Map<string, Speech>();

/** The words of a locale, where most of its speakers live; a missing sentence fails the test. */
export function speechOf(locale: string): Speech {
  const contacts = contactsIn(usualZoneOf(locale), locale);
  const speech = speeches.get(locale) ?? speechIn(spokenLanguageOf(languages.of(locale), contacts), { strict: true });
  speeches.set(locale, speech);
  return speech;
}

/** Events that need nothing but their name. */
type Bare = { [T in EventType]: { type: T } extends Extract<Event, { type: T }> ? T : never }[EventType];
export type Said = Event | Bare;

/** "How hard should I press?": something the answer bank knows. */
export const A_QUESTION: Event = {
  type: 'askedQuestion',
  found: { topics: ['how-hard-to-press', 'how-it-should-feel'], nearness: 'meant' },
};

export interface ListenerOptions {
  locale?: string;
  form?: ScreeningForm;
  kept?: KeptPlace | null;
  /** What is known of earlier sessions; null: the store cannot be reached. */
  remembered?: Partial<Remembered> | null;
  /** What was asked for in earlier sessions, and what is known of the device. */
  settings?: Partial<Settings>;
  nowMs?: number;
  /** The last full set that was passed; nothing unless the listener passes one. */
  screened?: Screened | null;
}

/** A listener of whom nothing is known yet. */
export const NOTHING_REMEMBERED: Remembered = {
  usual: null,
  sessions: [],
  today: 0,
  explained: [],
  declined: [],
  tip: 0,
};

export const NOON = Date.parse('2026-11-21T12:00:00Z');
const MINUTE_MS = 60_000;
/** How long a listener thinks before they answer a question. */
const THINKING_MS = 1000;

/** How long a listener who is told to let go still presses. */
const UNTIL_RELEASED_MS = 1500;

export class Listener {
  state: State | null = null;
  turn: Turn | null = null;
  kept: KeptPlace | null;
  nowMs: number;
  /** Milliseconds each spot was really pressed, reckoned from what was played and when it was interrupted. */
  readonly pressedMs: number[] = [];
  readonly said: Said[] = [];
  private readonly speech: Speech;
  private readonly form: ScreeningForm;
  private settings: Settings;
  private intoMs: number | null = null;
  private otherDevice = false;
  remembered: Remembered | null;
  passed: Screened | null;
  /** How every errand goes. */
  errands: Outcome = 'done';

  constructor(options: ListenerOptions = {}) {
    const { locale = 'en-US', form = 'ask', kept = null, nowMs = NOON, remembered = {}, settings = {} } = options;
    const { screened = null } = options;
    this.settings = { ...USUAL_SETTINGS, ...settings };
    this.remembered = remembered && { ...NOTHING_REMEMBERED, ...remembered };
    this.speech = speechOf(locale);
    this.form = form;
    this.kept = kept;
    this.nowMs = nowMs;
    this.passed = screened;
  }

  /** Says these things one after the other, each when everything has been heard unless `after` came before. */
  says(...said: Said[]): this {
    for (const one of said) this.hear(typeof one === 'string' ? ({ type: one } as Event) : one);
    return this;
  }

  /** The next thing is said this many seconds into the answer. */
  after(seconds: number): this {
    this.intoMs = seconds * 1000;
    return this;
  }

  /** The next thing is said this many seconds into what follows silence. */
  afterSilence(seconds: number): this {
    return this.after((this.answerMs() + LIMITS.microphoneMs) / 1000 + seconds);
  }

  /** The store learns something of this device meanwhile. */
  hearsOfDevice(known: Partial<Settings>): this {
    this.settings = { ...this.settings, ...known };
    return this;
  }

  /** Says nothing until the session has ended. */
  staysSilent(): this {
    const { reprompt } = this.heard();
    const repromptMs = reprompt
      ? this.lengthOf([...reprompt.says, reprompt.asks]) + this.lengthOfSlots(reprompt.plays)
      : 0;
    return this.afterSilence(repromptMs / 1000 + 8).says({ type: 'sessionLost', because: 'silence' });
  }

  /** Opens the skill again, minutes after the session before. */
  comesBack(minutes: number, onAnotherDevice = false): this {
    this.state = null;
    this.turn = null;
    this.otherDevice = onAnotherDevice;
    this.nowMs += minutes * MINUTE_MS;
    return this.says('launched');
  }

  answersNo(times = 1): this {
    for (let time = 0; time < times; time++) this.says('saidNo');
    return this;
  }

  /** A no to every question of the visit, and "start". */
  screened(): this {
    if (!this.turn) this.says('launched');
    while (this.at === 'screening') this.answersNo();
    return this.says({ type: 'saidStart', word: true });
  }

  wants(wishes: Wishes): this {
    return this.says({ type: 'chose', wishes });
  }

  number(number: number): this {
    return this.says({ type: 'gaveNumber', number });
  }

  /** The turn last heard. */
  heard(): Turn {
    if (!this.turn) throw new Error('nothing has been said yet');
    return this.turn;
  }

  get now(): State {
    return this.heard().state;
  }

  get at(): MomentName {
    return this.now.moment.at;
  }

  /** Every word of the answer, in order. */
  get words(): string {
    const { says, plays, asks } = this.heard();
    return this.wordsOf([...says, ...plays.flatMap(({ act }) => act ?? []), ...(asks ? [asks] : [])]);
  }

  /** The prompt of the answer; empty when the session has ended. */
  get question(): string {
    const { asks } = this.heard();
    return asks ? this.wordsOf([asks]) : '';
  }

  /** Every word that follows silence. */
  get repromptWords(): string {
    const { reprompt } = this.heard();
    return reprompt
      ? this.wordsOf([...reprompt.says, ...reprompt.plays.flatMap(({ act }) => act ?? []), reprompt.asks])
      : '';
  }

  wordsOf(acts: readonly Act[]): string {
    return acts.map((act) => this.speech.sentence(act)).join(' ');
  }

  /** Sentence keys of everything in the answer. */
  get keys(): string[] {
    const { says, plays, asks } = this.heard();
    return [...says, ...plays.flatMap(({ act }) => act ?? []), ...(asks ? [asks] : [])].map(({ key }) => key);
  }

  /** Seconds this answer presses the back. */
  get pressesFor(): number {
    return this.heard().plays.reduce((sum, slot) => sum + (slot.pressing ? (slot.ms ?? 0) : 0), 0) / 1000;
  }

  /** The second of the answer at which something begins. */
  secondOf(sought: (slot: Slot) => boolean): number {
    const { says, plays } = this.heard();
    return (this.lengthOf(says) + this.lengthOfSlots(plays.slice(0, plays.findIndex(sought)))) / 1000;
  }

  /** The second of the answer at which its first press begins. */
  get pressBeginsAt(): number {
    return this.secondOf(({ pressing }) => pressing === true);
  }

  /** How long the answer is, its prompt included. */
  get answerSeconds(): number {
    return this.answerMs() / 1000;
  }

  context(): Context {
    return {
      nowMs: this.nowMs,
      contentVersion,
      routine: routineTables,
      questions,
      topics,
      screeningForm: this.form,
      limits: LIMITS,
      lengthOf: this.speech.lengthOf,
      kept: this.otherDevice || (this.kept?.endsAtMs ?? 0) <= this.nowMs ? null : this.kept,
      remembered: this.remembered,
      screened: this.passed,
      settings: this.settings,
    };
  }

  private hear(event: Event): void {
    this.moveOn(event.type === 'sessionLost');
    this.said.push(event);
    const first = converse(this.state, event, this.context());
    const turn = first.errand
      ? converse(
          first.state,
          { type: 'errandDone', outcome: this.errands, permitted: event.type === 'permissionAnswered' },
          this.context(),
        )
      : first;
    this.addWords(turn);
    this.faultless(turn, event);
    this.turn = turn;
    this.state = JSON.parse(JSON.stringify(turn.state)) as State;
    this.settings = this.state.settings;
    this.carryOut(turn, event);
  }

  /** The clock runs on to what is said next, and what was pressed meanwhile is added up. */
  private moveOn(silence: boolean): void {
    if (!this.turn) return;
    if (this.turn.silent) {
      // Nothing new was heard; only the time until the next words runs on.
      this.nowMs += this.intoMs ?? 0;
      this.intoMs = null;
      return;
    }
    const intoMs = this.intoMs ?? this.answerMs() + THINKING_MS;
    this.addPress(intoMs);
    this.nowMs += LIMITS.startLatencyMs + intoMs + (silence ? 0 : LIMITS.utteranceMs);
    this.intoMs = null;
  }

  private addPress(intoMs: number): void {
    const { says, plays, state } = this.heard();
    let beginMs = this.lengthOf(says);
    let ms = 0;
    let pressing = false;
    for (const slot of plays) {
      const lastsMs = lengthOfSlot(slot, this.speech.lengthOf);
      const passedMs = Math.min(Math.max(0, intoMs - beginMs), lastsMs);
      if (slot.pressing) ms += passedMs;
      if (passedMs > 0 && passedMs < lastsMs) pressing = slot.pressing === true;
      beginMs += lastsMs;
    }
    // A listener who speaks in a press goes on pressing until they have heard the release.
    const heldOnMs = pressing ? LIMITS.utteranceMs + LIMITS.startLatencyMs + UNTIL_RELEASED_MS : 0;
    const spot = state.spots.length - 1;
    if (ms > 0) this.pressedMs[spot] = (this.pressedMs[spot] ?? 0) + ms + heldOnMs;
  }

  /** Words that leave the listener on the tool are pressed through. */
  private addWords({ says, state: { playing, spots } }: Turn): void {
    if (playing?.block?.part !== 'press' || playing.block.lead !== 'rest') return;
    const spot = spots.length - 1;
    this.pressedMs[spot] = (this.pressedMs[spot] ?? 0) + this.lengthOf(says) - UNTIL_RELEASED_MS;
  }

  private faultless(turn: Turn, event: Event): void {
    const faults = turnFaults(turn, this.pressedMs, this.speech);
    if (faults.length === 0) return;
    const before = this.said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ');
    throw new Error(
      `${faults.join('; ')} — after ${before} (${event.type}), heard: ${turn.says.map(({ key }) => key).join(' ')}`,
    );
  }

  private carryOut(turn: Turn, event: Event): void {
    for (const effect of turn.effects) {
      const { type } = effect;
      if (type === 'savePlace') this.kept = keptPlaceOf(turn.state, event.type === 'stopped', this.nowMs);
      if (type === 'forgetPlace') this.kept = null;
      if (type === 'rememberScreened') this.passed = { day: effect.day, voice: 'unknown' };
      if (type === 'forgetScreened') this.passed = null;
      if (effect.type === 'rememberTip' && this.remembered) this.remembered = { ...this.remembered, tip: effect.tip };
    }
    this.kept = this.kept && (JSON.parse(JSON.stringify(this.kept)) as KeptPlace);
  }

  private answerMs(): number {
    const { says, plays, asks } = this.heard();
    return this.lengthOf([...says, ...(asks ? [asks] : [])]) + this.lengthOfSlots(plays);
  }

  private lengthOf(acts: readonly Act[]): number {
    return acts.reduce((sum, act) => sum + this.speech.lengthOf(act), 0);
  }

  private lengthOfSlots(slots: readonly Slot[]): number {
    return slots.reduce((sum, slot) => sum + lengthOfSlot(slot, this.speech.lengthOf), 0);
  }
}

/** A listener who has said nothing yet. */
export function aListener(options: ListenerOptions = {}): Listener {
  return new Listener(options);
}
