// A home with several devices, whose sessions end when a test says so.

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { callerOf } from '../../lambda/alexa/envelope';
import type { SkillParts } from '../../lambda/alexa/skill';
import { memoryStore } from '../../lambda/persistence/memory';
import type { Store } from '../../lambda/persistence/store';
import { audioFailed, type Heard, intent, launch, requestOf, sessionEnded } from './alexa-requests';
import { answerWords } from './heard';
import { type SkillInTest, START, skillInTest } from './skill';

/** As long as the answer with the first hold of a visit takes. */
const HOLD_SECONDS = 45;

/** One skill and one memory, and a clock that only `after` moves. */
export class Household {
  readonly store: Store;
  readonly skill: SkillInTest;
  private nowMs = START;

  constructor(parts: Partial<SkillParts> = {}) {
    this.store = parts.store ?? memoryStore();
    this.skill = skillInTest({ store: this.store, now: () => this.nowMs, ...parts });
  }

  after(seconds: number): void {
    this.nowMs += seconds * 1000;
  }

  device(name: string, person?: string): Session {
    return new Session(this, name, person);
  }

  /** As the service stamps it. */
  stamp(): string {
    return new Date(this.nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  async isDisabled(): Promise<void> {
    const { session: _, ...notice } = requestOf({ type: 'AlexaSkillEvent.SkillDisabled' }, { timestamp: this.stamp() });
    await this.skill.ask(notice as RequestEnvelope);
  }

  /** What is kept of the listener; null when nothing is. */
  async record(): Promise<Record<string, unknown> | null> {
    return (await this.store.load(callerOf(launch()).listener ?? ''))?.record ?? null;
  }
}

/**
 * What one device and one voice say in one session; `opens` begins another, and the one before is not ended by that.
 */
export class Session {
  private answer: ResponseEnvelope | null = null;
  private locale = 'en-US';

  constructor(
    private readonly home: Household,
    private readonly name: string,
    private person?: string,
  ) {}

  get words(): string {
    return this.answer ? answerWords(this.answer) : '';
  }

  get at(): string {
    const state = this.answer?.sessionAttributes?.['state'] as { moment?: { at?: string } } | undefined;
    return state?.moment?.at ?? '';
  }

  /** How many sounds the last answer and its reprompt hold. */
  get sounds(): number {
    return JSON.stringify(this.answer?.response ?? {}).split('"type":"Audio"').length - 1;
  }

  /** What the last answer has Alexa do besides speaking. */
  get directives(): string[] {
    return (this.answer?.response.directives ?? []).map(({ type }) => type);
  }

  /** The locale the device is set to. */
  in(locale: string): this {
    this.locale = locale;
    return this;
  }

  /** The voice that is recognised from now on; none when left out. */
  speaks(person?: string): this {
    this.person = person;
    return this;
  }

  /** A new session on the device; the one before is given back, still open. */
  async opens(): Promise<Session> {
    const before = Object.assign(new Session(this.home, this.name, this.person), {
      answer: this.answer,
      locale: this.locale,
    });
    this.answer = null;
    await this.send(launch(this.around()));
    return before;
  }

  async says(name: string, heard: Heard = {}): Promise<this> {
    return this.send(intent(name, heard, this.around()));
  }

  async answersNo(times = 1): Promise<this> {
    for (let time = 0; time < times; time++) await this.says('AMAZON.NoIntent');
    return this;
  }

  async hasChestPain(): Promise<this> {
    return this.says('ReportSymptomIntent', { symptom: ['chest pain', 'chest-pain'] });
  }

  /** A no to every question of the visit, and "start". */
  async passes(): Promise<this> {
    while (this.at === 'screening') await this.answersNo();
    return this.says('BeginIntent', { word: 'start' });
  }

  /** From a launch to the first hold, which begins to play. The stretches of the low back, on the floor, are held. */
  async reachesHold(tool = 'ball', region: 'upper' | 'lower' = 'upper'): Promise<this> {
    await this.opens();
    await this.passes();
    await this.says('ChooseIntent', {
      region: [region, region],
      side: ['left', 'left'],
      tool: [tool, tool],
      minutes: '5',
      ...(region === 'lower' ? { place: ['on the floor', 'floor'] } : {}),
    });
    for (let turns = 0; this.at !== 'pressing' && turns < 4; turns++) {
      if (this.at === 'screening') await this.answersNo();
      else if (this.at === 'readying') await this.says('NumberIntent', { number: '4' });
      else await this.says('ReadyIntent');
    }
    expect(this.at).toBe('pressing');
    return this;
  }

  /** From a hold, which is heard to its end, to the first stretches, which begin to play. */
  async reachesStretches(): Promise<this> {
    this.home.after(HOLD_SECONDS);
    for (let turns = 0; this.at !== 'stretching' && turns < 8; turns++) {
      if (this.at === 'pressing' || this.at === 'checking') await this.says('NumberIntent', { number: '4' });
      else await this.answersNo();
    }
    expect(this.at).toBe('stretching');
    return this;
  }

  /** The notice that this session is over, whenever it comes. */
  async ends(): Promise<void> {
    const { person: _, ...around } = this.around();
    await this.home.skill.ask(sessionEnded('EXCEEDED_MAX_REPROMPTS', around));
  }

  /** The notice that the last document was not played. */
  async fails(type: string, reason: string): Promise<this> {
    const answer = await this.home.skill.ask(this.failure(type, reason));
    if (this.answer) this.answer = { ...this.answer, sessionAttributes: answer.sessionAttributes ?? {} };
    return this;
  }

  /** The same notice, which names no session. */
  async failsBeside(type: string, reason: string): Promise<void> {
    const { session: _, ...notice } = this.failure(type, reason);
    await this.home.skill.ask(notice as RequestEnvelope);
  }

  private failure(type: string, reason: string): RequestEnvelope {
    const request = audioFailed(this.around());
    const [document] = (this.answer?.response.directives ?? []) as { token?: unknown }[];
    Object.assign(request.request, {
      ...(document ? { token: document.token } : {}),
      errors: [{ type, reason, message: 'not played' }],
    });
    return request;
  }

  private around() {
    const attributes = this.answer?.sessionAttributes;
    return {
      device: `amzn1.ask.device.${this.name}`,
      timestamp: this.home.stamp(),
      locale: this.locale,
      ...(this.person ? { person: this.person } : {}),
      ...(attributes ? { attributes } : {}),
    };
  }

  private async send(request: RequestEnvelope): Promise<this> {
    this.answer = await this.home.skill.ask(request);
    this.home.after(8);
    return this;
  }
}
