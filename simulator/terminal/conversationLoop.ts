// A conversation at the keyboard: keys, lines and interruptions.

import { createInterface, emitKeypressEvents, type Interface } from 'node:readline';
import { obey } from '../command';
import type { Echo, Happening } from '../device';
import { SILENT, type Speaker } from './speaker';
import { type Screen, Stage } from './stage';

const TICK_MS = 100;
const PROMPT = 'you    ';
const OPENING = 'open knot relief';
/** Back to the line that Enter ended, and clear it. */
const LINE_BEFORE = '\x1b[1A\r\x1b[2K';
const HELLO = [
  'Knot Relief. Press Enter to open it, then type what you would say: "no", "upper left, tennis ball", "stop".',
  'While it speaks, Enter or any key interrupts, as "Alexa" would. Ctrl-C leaves.',
];

export interface Talk {
  /** Nothing is waited for: all that is said appears at once, with its moments. */
  fast: boolean;
  speaker?: Speaker;
  /** Runs after every line. */
  after: () => void;
}

function screenOn(output: NodeJS.WriteStream): Screen {
  const erase = output.isTTY ? '\r\x1b[2K' : '';
  let below = '';
  return {
    width: Math.max(40, Math.min(100, output.columns || 100)),
    line(text) {
      output.write(`${erase}${text}\n`);
      below = '';
    },
    over(text) {
      // A pipe has no line to write over.
      if (output.isTTY && text !== below) output.write(`${erase}${text}`);
      below = text;
    },
  };
}

/** One conversation at the keyboard, until the input ends or Ctrl-C. */
export class KeyboardTalk {
  private readonly stage: Stage;
  private readonly lines: Interface;
  private readonly live: boolean;
  private ticking: NodeJS.Timeout | null = null;
  private lastTickMs = 0;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly echo: Echo,
    private readonly talk: Talk,
    private readonly input: NodeJS.ReadStream,
    private readonly output: NodeJS.WriteStream,
  ) {
    this.live = !talk.fast && input.isTTY === true;
    this.stage = new Stage(screenOn(output), talk.speaker ?? SILENT);
    this.lines = createInterface({ input, output, terminal: output.isTTY && input.isTTY, prompt: PROMPT });
  }

  /** Resolves when the listener has left. */
  run(): Promise<void> {
    this.output.write(`${HELLO.join('\n')}\n\n`);
    this.lines.prompt();
    if (this.live) this.listenForKeys();
    this.lines.on('line', (line) => {
      this.busy = this.busy.then(() => this.answer(line));
    });
    this.lines.on('SIGINT', () => this.lines.close());
    return new Promise((done) => {
      this.lines.on('close', () => {
        this.pause();
        this.stage.interrupt();
        this.busy.then(
          () => done(),
          () => done(),
        );
      });
    });
  }

  /** The first key pressed while something sounds, or while the microphone waits, stops the clock. */
  private listenForKeys(): void {
    emitKeypressEvents(this.input, this.lines);
    // Before the line is edited, so that the prompt stands in front of the key.
    this.input.prependListener('keypress', () => {
      if (!this.ticking) return;
      this.pause();
      this.stage.interrupt();
      this.lines.prompt(true);
    });
  }

  /** Words the screen does not show yet: what came through a pipe, or what Enter alone stands for. */
  private write(typed: string, said: string): void {
    if (this.input.isTTY !== true) this.output.write(`${said}\n`);
    else if (typed === '' && this.output.isTTY) this.output.write(`${LINE_BEFORE}${said ? `${PROMPT}${said}\n` : ''}`);
  }

  private async answer(line: string): Promise<void> {
    const typed = line.trim();
    const said = typed === '' && !this.echo.isSessionOpen() ? OPENING : typed;
    this.pause();
    // Enter alone, while it is open, only catches its attention.
    if (said !== '' || this.input.isTTY) this.write(typed, said);
    const happenings = await this.happeningsOf(said);
    if (!happenings) {
      this.output.write(
        '       (Commands: :wait 12, :end, :device echo-show, :locale en-GB, :audio-fails, :permission granted, :rings)\n',
      );
    }
    for (const happening of happenings ?? []) this.stage.show(happening, !this.live);
    this.talk.after();
    // A listener who has only caught attention may take their time: the clock stands until they speak.
    const sounds = (happenings ?? []).some(({ type }) => type === 'turn' || type === 'reprompt');
    if (this.live && sounds) this.go();
    else if (said !== '' || this.input.isTTY) this.lines.prompt();
  }

  private async happeningsOf(said: string): Promise<Happening[] | null> {
    if (said.startsWith(':')) return obey(said, this.echo);
    return said === '' ? [] : this.echo.say(said);
  }

  private go(): void {
    this.lastTickMs = performance.now();
    this.ticking = setInterval(() => {
      this.busy = this.busy.then(() => this.tick());
    }, TICK_MS);
  }

  private pause(): void {
    if (this.ticking) clearInterval(this.ticking);
    this.ticking = null;
  }

  /** Real time passes on the device too. */
  private async tick(): Promise<void> {
    if (!this.ticking) return;
    const now = performance.now();
    const events = await this.echo.wait(now - this.lastTickMs);
    this.lastTickMs = now;
    for (const event of events) this.stage.show(event, false);
    this.stage.draw(this.echo.positionMs(), this.echo.isSessionOpen());
    if (this.echo.isSessionOpen() || this.stage.isPlaying(this.echo.positionMs())) return;
    this.pause();
    this.lines.prompt();
  }
}
