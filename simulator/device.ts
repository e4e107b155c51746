// A simulated Echo: what is heard when, when the microphone opens, and when a session ends.

import type { Request, RequestEnvelope, ResponseEnvelope, SessionEndedReason } from 'ask-sdk-model';
import type { Alerts } from './alerts';
import { elicitedBy, listenFor } from './eliciting';
import { type Event, type Happening, momentIn, type Turn } from './happening';
import { type LateEnd, type Left, LeftSessions, USUAL_LATE_END } from './leaving';
import { type InteractionModel, isLeaving, type Listening, listen, type Understood } from './listen';
import {
  audioFailed,
  type DeviceKind,
  envelope,
  intentRequest,
  type Listener,
  type OpenSession,
  type PermissionAsked,
  permissionAnswered,
  permissionAsked,
  sessionEnded,
  stamp,
} from './request';
import { type Answer, cardIn, hasAudioDocument, playResponse, questionIn, wordsOf } from './sound/answer';
import { between, type Chance, chanceFrom } from './sound/chance';
import { type Voice, voiceFrom } from './sound/voice';
import { invocationIn } from './understanding/invocation';

export type { Event, Happening, Turn } from './happening';

/** A skill, seen from outside: JSON in, JSON out. */
export type Handler = (event: RequestEnvelope) => Promise<ResponseEnvelope>;

export interface Setting {
  handler: Handler;
  /** The generated model of a locale; null when there is none. */
  modelOf: (locale: string) => InteractionModel | null;
  /** Milliseconds since 1970 at which the device is switched on. */
  startMs: number;
  seed?: number;
  strict?: boolean;
  /** The seed of a service that understands as badly as it can; without it, a kind one. */
  wary?: number;
  locale?: string;
  deviceKind?: DeviceKind;
  /** How long its voice takes for words; without it, a voice by the seed. */
  voice?: Voice;
  /** Amazon's alerts and permissions; without them Alexa asks for none, and no timer rings. */
  alerts?: Alerts;
}

/** The microphone waits this long for the listener to begin. */
const MICROPHONE_MS = 8_000;
const LATENCY_MS: [number, number] = [300, 2_000];
const UTTERANCE_MS: [number, number] = [1_000, 4_000];
/** Alexa's own question for a permission, and the answer. */
const ASKING_MS = 9_000;
const TROUBLE = "There was a problem with the requested skill's response.";
const APPLICATION = 'amzn1.ask.skill.simulated';

/** What was said, and what of it reached the skill. */
type Said = Pick<Turn, 'utterance' | 'intent' | 'slots' | 'lost'>;

interface Playing {
  firstSoundMs: number;
  answer: Answer;
  reprompted: boolean;
}

/** What comes by itself, and when, in milliseconds since 1970. */
interface Coming {
  atMs: number;
  happen: () => Promise<Event[]>;
}

/** A request that is no intent: nothing said can be lost. */
const unheard = (intent: string, utterance = ''): Said => ({ utterance, intent, slots: {}, lost: false });

/** An Echo whose clock is moved by hand. Nothing in it waits for real time. */
export class Echo {
  private clockMs: number;
  private listener: Listener;
  private session: OpenSession | null = null;
  private playing: Playing | null = null;
  private waited = false;
  private playsAudio = true;
  private lateEnd: LateEnd = USUAL_LATE_END;
  private readonly left = new LeftSessions<Playing>();
  private count = 0;
  private readonly voice: Voice;
  private readonly latency: Chance;
  private readonly speaking: Chance;
  private readonly how: Listening;

  constructor(private readonly setting: Setting) {
    const { startMs, seed = 1, locale = 'en-US', deviceKind = 'echo-dot', strict = false, wary } = setting;
    this.clockMs = startMs;
    this.listener = {
      applicationId: APPLICATION,
      userId: 'amzn1.ask.account.simulated',
      deviceKind,
      locale,
      person: null,
    };
    this.voice = setting.voice ?? voiceFrom(chanceFrom(seed));
    this.latency = chanceFrom(seed + 7919);
    this.speaking = chanceFrom(seed + 15_485_863);
    this.how = { strict, ...(wary === undefined ? {} : { wary: chanceFrom(wary) }) };
  }

  /** Milliseconds since 1970, on the simulated clock. */
  nowMs(): number {
    return this.clockMs;
  }

  /** Milliseconds since the first sound of the last answer. */
  positionMs(): number {
    return this.playing ? this.clockMs - this.playing.firstSoundMs : 0;
  }

  isSessionOpen(): boolean {
    return this.session !== null;
  }

  /** Whether the skill is asked again, or the session is over, when the listener stays silent. */
  hasMore(): boolean {
    return this.nextHere() !== null;
  }

  /** Says something: after all that is playing, or, once time has been let pass, right now. */
  async say(utterance: string): Promise<Happening[]> {
    const model = this.setting.modelOf(this.listener.locale);
    this.comeToTheMicrophone();
    if (!model) return [{ type: 'noSession', utterance }];
    const invocation = invocationIn(utterance, model, this.how);
    if (invocation) return this.open(utterance, invocation.wish, model);
    if (!this.session) return [{ type: 'noSession', utterance }];
    const { elicited } = this.session;
    const understood = elicited ? listenFor(elicited, utterance, model, this.how) : listen(utterance, model, this.how);
    const isSample = understood.by === 'sample' || understood.by === 'paraphrase';
    if (!isSample && isLeaving(utterance)) return this.end();
    return this.ask(utterance, understood, model);
  }

  /** Lets time pass; what happens by itself meanwhile comes back in order. */
  async wait(ms: number): Promise<Event[]> {
    const until = this.clockMs + Math.max(0, ms);
    const events: Event[] = [];
    this.waited = true;
    for (let next = this.nextByItself(); next && next.atMs <= until; next = this.nextByItself()) {
      this.clockMs = Math.max(this.clockMs, next.atMs);
      events.push(...(await next.happen()));
    }
    this.clockMs = until;
    return events;
  }

  /** Lets time pass until the next thing happens by itself; nothing when nothing will. */
  async silence(): Promise<Event[]> {
    const next = this.nextByItself();
    return next ? this.wait(next.atMs - this.clockMs) : [];
  }

  /** The listener closes the session. */
  async end(): Promise<Event[]> {
    if (!this.session) return [{ type: 'noSession', utterance: '' }];
    this.comeToTheMicrophone();
    return this.endSession('USER_INITIATED');
  }

  /**
   * Goes on with another device or in another locale. The open session ends, except on a screen: there it stays open, and
   * the listener finds it again. A locale without a model changes nothing.
   */
  async use(change: { deviceKind?: DeviceKind; locale?: string }): Promise<Event[]> {
    const { locale = this.listener.locale, deviceKind = this.listener.deviceKind } = change;
    if (!this.setting.modelOf(locale)) return [{ type: 'unknownLocale', locale, stays: this.listener.locale }];
    const leaves = this.hasScreen() && deviceKind !== this.listener.deviceKind;
    if (leaves) this.leaveBehind(false);
    const events = this.session ? await this.end() : [];
    this.listener = { ...this.listener, ...change };
    this.playing = null;
    const found = this.hasScreen() ? this.left.takeOpen() : null;
    if (found) Object.assign(this, { session: found.session, playing: found.playing, waited: true });
    return events;
  }

  /** How long a screen keeps its session from now on. */
  endLate(lateEnd: LateEnd): void {
    this.lateEnd = lateEnd;
  }

  /** From now on the voice is recognised as this one's; null: as nobody's. */
  speakAs(person: string | null): void {
    this.listener = { ...this.listener, person };
  }

  /** A timer is over, Alexa asks whether to go on with the skill, and the listener says yes. */
  async ring(): Promise<Happening[]> {
    const task = this.setting.alerts?.takeTask();
    if (!task) return [{ type: 'noTimer' }];
    return this.begin(() =>
      this.send(unheard('LaunchRequest'), () => ({ type: 'LaunchRequest', ...this.common(), task })),
    );
  }

  /** Amazon's alerts and permissions, for the player of a conversation. */
  get alerts(): Alerts | null {
    return this.setting.alerts ?? null;
  }

  /** Where the listener speaks. */
  locale(): string {
    return this.listener.locale;
  }

  /** From now on no APL for Audio document is played; the skill is told each time. */
  breakAudio(): void {
    this.playsAudio = false;
  }

  private common() {
    this.count += 1;
    const requestId = `amzn1.echo-api.request.${this.count}`;
    return { requestId, timestamp: stamp(this.clockMs), locale: this.listener.locale };
  }

  private comeToTheMicrophone(): void {
    if (!this.waited && this.playing) {
      this.clockMs = Math.max(this.clockMs, this.playing.firstSoundMs + this.playing.answer.main.lastsMs);
    }
  }

  /**
   * Naming the skill begins a session, an open one or none (Amazon: a session begins when a user invokes a skill; its
   * first request is `new`). Whether the session before is ended with a notice is not documented, so none is sent: the
   * harder case, in which everything a skill did not save is lost. On a screen a notice may come late.
   */
  private open(utterance: string, wish: Understood | null, model: InteractionModel): Promise<Happening[]> {
    return this.begin(() =>
      wish
        ? this.ask(utterance, wish, model)
        : this.send(unheard('LaunchRequest', utterance), () => ({ type: 'LaunchRequest', ...this.common() })),
    );
  }

  private async begin(launch: () => Promise<Happening[]>): Promise<Happening[]> {
    if (this.hasScreen()) this.leaveBehind(true);
    this.session = this.newSession();
    const happenings = await launch();
    if (!this.hasScreen()) return happenings;
    for (const left of this.left.takeReplaced()) happenings.push(...(await this.endLeft(left)));
    return happenings;
  }

  private hasScreen(): boolean {
    return this.listener.deviceKind === 'echo-show';
  }

  /** The open session stays on the screen, until its end comes. */
  private leaveBehind(isReplaced: boolean): void {
    const { session, playing, lateEnd } = this;
    if (session && !(isReplaced && lateEnd === 'never'))
      this.left.add({ session, playing, overAtMs: this.overAtMs(), isReplaced });
    this.session = null;
  }

  /** A session that was left on the screen is over. */
  private async endLeft(left: Left<Playing>): Promise<Event[]> {
    this.left.remove(left);
    const reason: SessionEndedReason = 'EXCEEDED_MAX_REPROMPTS';
    const there: Listener = { ...this.listener, deviceKind: 'echo-show', person: null };
    const request = envelope(sessionEnded(reason, this.common()), left.session, there);
    await this.setting.handler(request).catch(() => undefined);
    return [{ type: 'sessionEnded', atMs: this.positionMs(), reason, left: true }];
  }

  private newSession(): OpenSession {
    return { id: `amzn1.echo-api.session.${this.count + 1}-${this.clockMs}`, isNew: true, attributes: {} };
  }

  private ask(utterance: string, what: Understood, model: InteractionModel): Promise<Happening[]> {
    const { applicationId } = this.listener;
    const { intent, slots, lost } = what;
    return this.send({ utterance, intent, slots, lost }, () =>
      intentRequest(what, model, this.common(), applicationId),
    );
  }

  /** The utterance takes its time, the request is stamped at its end, the answer starts a moment later. */
  private async send(said: Said, request: () => Request): Promise<Happening[]> {
    this.clockMs += Math.round(between(this.speaking, ...UTTERANCE_MS));
    const reply = await this.deliver(request()).catch((error: unknown) => new Error(String(error)));
    this.clockMs += Math.round(between(this.latency, ...LATENCY_MS));
    this.waited = false;
    try {
      if (reply instanceof Error) throw reply;
      return await this.hear(said, reply);
    } catch (error) {
      return this.fail(said, String(error));
    }
  }

  private deliver(request: Request): Promise<ResponseEnvelope> {
    // A voice is recognised in what is said; what comes by itself is nobody's.
    const isSpoken = request.type === 'LaunchRequest' || request.type === 'IntentRequest';
    const who = isSpoken ? this.listener : { ...this.listener, person: null };
    return this.setting.handler(envelope(request, this.session, who));
  }

  private async hear(said: Said, reply: ResponseEnvelope): Promise<Happening[]> {
    const { response } = reply;
    const answer = playResponse(response, this.voice, { playsAudio: this.playsAudio, hasScreen: this.hasScreen() });
    // Left unsaid, a speaker without a screen closes the session.
    const asked = permissionAsked(response);
    const model = this.setting.modelOf(this.listener.locale);
    const elicited = model && elicitedBy(response, model);
    const sessionOpen = response.shouldEndSession === false || asked !== null;
    this.playing = { firstSoundMs: this.clockMs, answer, reprompted: false };
    const attributes = (reply.sessionAttributes ?? {}) as Record<string, unknown>;
    this.session = sessionOpen && this.session ? { ...this.session, isNew: false, attributes, elicited } : null;
    const turn: Turn = {
      type: 'turn',
      ...said,
      speech: wordsOf(answer.main),
      clips: answer.main.clips,
      totalMs: answer.main.lastsMs,
      reprompt: answer.again ? wordsOf(answer.again) : null,
      question: sessionOpen && !asked ? questionIn(answer.main) : null,
      sessionOpen,
      state: momentIn(attributes),
      directives: (response.directives ?? []).map(({ type }) => type),
      ...cardIn(response),
    };
    return [turn, ...(await this.reportBrokenAudio(reply)), ...(asked ? await this.askPermission(asked) : [])];
  }

  /**
   * Alexa asks for a permission in her own words, and tells the skill what was said. That the session goes on is what
   * Amazon's samples rely on; it is not documented.
   */
  private async askPermission({ scope, token }: PermissionAsked): Promise<Happening[]> {
    const answer = this.setting.alerts?.ask(scope) ?? 'nothing';
    this.comeToTheMicrophone();
    this.clockMs += ASKING_MS;
    const event: Event = { type: 'permissionAsked', atMs: this.positionMs(), scope, answer };
    const request = () => permissionAnswered(this.common(), { scope, token, answer });
    return [event, ...(await this.send(unheard('Connections.Response'), request))];
  }

  /** The service tells a skill whose document was not played; what it answers is not heard. */
  private async reportBrokenAudio({ response }: ResponseEnvelope): Promise<Event[]> {
    if (this.playsAudio || !hasAudioDocument(response) || !this.playing) return [];
    const token = String((response.directives?.find((one) => 'token' in one) as { token?: unknown })?.token ?? '');
    const reply = await this.deliver(audioFailed(this.common(), token));
    if (this.session && reply.sessionAttributes) this.session.attributes = reply.sessionAttributes;
    return [{ type: 'audioFailed', atMs: this.playing.answer.main.lastsMs }];
  }

  private async fail(said: Said, message: string): Promise<Happening[]> {
    const main = { lastsMs: this.voice(TROUBLE), clips: [{ atMs: 0, lastsMs: 0, kind: 'say', text: TROUBLE }] };
    this.playing = { firstSoundMs: this.clockMs, answer: { main, again: null }, reprompted: false };
    const silent = { reprompt: null, question: null, sessionOpen: false, state: null, directives: [] };
    const turn: Turn = {
      type: 'turn',
      ...said,
      speech: TROUBLE,
      clips: main.clips,
      totalMs: main.lastsMs,
      ...silent,
    };
    return [turn, ...(await this.endSession('ERROR', message))];
  }

  /** The reprompt, the end, or the end of a session left on a screen, whichever comes next when nobody speaks. */
  private nextByItself(): Coming | null {
    const here = this.nextHere();
    const left = this.left.next();
    if (!left || (here && here.atMs <= left.overAtMs)) return here;
    return { atMs: left.overAtMs, happen: () => this.endLeft(left) };
  }

  private nextHere(): Coming | null {
    if (!this.session || !this.playing) return null;
    const { reprompted, answer } = this.playing;
    const askedAgainMs = this.askedAgainMs(this.playing);
    if (answer.again && !reprompted) return { atMs: askedAgainMs, happen: () => this.askAgain(askedAgainMs) };
    const atMs = this.overAtMs();
    return atMs === null ? null : { atMs, happen: () => this.endSession('EXCEEDED_MAX_REPROMPTS') };
  }

  private askedAgainMs({ firstSoundMs, answer }: Playing): number {
    return firstSoundMs + answer.main.lastsMs + MICROPHONE_MS;
  }

  /** When the session is over if nobody speaks any more; null: not by itself. */
  private overAtMs(): number | null {
    if (!this.playing) return null;
    const { again } = this.playing.answer;
    const askedAgainMs = this.askedAgainMs(this.playing);
    const closedMs = again ? askedAgainMs + again.lastsMs + MICROPHONE_MS : askedAgainMs;
    if (!this.hasScreen()) return closedMs;
    return typeof this.lateEnd === 'number' ? closedMs + this.lateEnd * 1000 : null;
  }

  private async askAgain(atMs: number): Promise<Event[]> {
    if (!this.playing?.answer.again) return [];
    this.playing.reprompted = true;
    const from = atMs - this.playing.firstSoundMs;
    const { again } = this.playing.answer;
    const clips = again.clips.map((clip) => ({ ...clip, atMs: clip.atMs + from }));
    return [{ type: 'reprompt', atMs: from, speech: wordsOf(again), clips }];
  }

  private async endSession(reason: SessionEndedReason, message?: string): Promise<Event[]> {
    const request = sessionEnded(reason, this.common(), message);
    const atMs = this.positionMs();
    // No answer to this notice is ever heard, a failure neither.
    await this.deliver(request).catch(() => undefined);
    this.session = null;
    return [{ type: 'sessionEnded', atMs, reason, ...(message ? { message } : {}) }];
  }
}
