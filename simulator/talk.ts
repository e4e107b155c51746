// The command line of the simulator: chooses the way of talking.

import { parseArgs } from 'node:util';
import { DEVICES } from './command';
import { type Composition, generatedModel, keepClock, talkingEcho } from './compose';
import { converse } from './protocol';
import { KeyboardTalk } from './terminal/conversationLoop';
import { speakerFor } from './terminal/speaker';

const USAGE = `npm start -- [options]
  --json            one utterance a line in, one JSON object a line out, no waiting
  --fast            show everything at once instead of at its moment
  --voice           speak aloud, if espeak-ng or say is installed
  --data DIR        keep the listener's memory in this folder
  --locale en-GB    speak from another place
  --device KIND     echo-dot or echo-show
  --seed N          another voice, other latencies
  --strict          understand exact samples and free text only
  --wary[=SEED]     take whatever is no exact sample for the worst that it could be
  --form ask|read   how the health questions are put
Lines that begin with a colon: :wait 12, :end, :device echo-show, :locale en-GB, :audio-fails,
:permission granted|denied|nothing (what you tell Alexa when she asks), :service fine|down|busy|full|unsupported|declines,
:rings (a timer is over, and you say yes), :lateEnd 1800|next|never (how long an Echo Show keeps a session that nobody
speaks in: so many seconds, until right after the next launch on it, for good; 30 unless said), :person NAME (whose voice
Alexa recognises; without a name nobody's), :zone Pacific/Auckland (where the device is; none: it does not tell)`;

const OPTIONS = {
  json: { type: 'boolean' },
  fast: { type: 'boolean' },
  voice: { type: 'boolean' },
  strict: { type: 'boolean' },
  wary: { type: 'string' },
  help: { type: 'boolean' },
  data: { type: 'string' },
  locale: { type: 'string' },
  device: { type: 'string' },
  seed: { type: 'string' },
  form: { type: 'string' },
} as const;

/** What each option takes, where that is not any text. */
const TAKES: Partial<Record<keyof typeof OPTIONS, RegExp>> = {
  device: new RegExp(`^(${DEVICES.join('|')})$`),
  seed: /^\d+$/,
  wary: /^\d{1,9}$/,
  form: /^(ask|read)$/,
};

/** A service that is to be wary without a seed gets one of its own. */
const withSeed = (argument: string): string => (argument === '--wary' ? `--wary=${Date.now() % 100_000}` : argument);

function optionsFrom(args: string[]) {
  try {
    const { values } = parseArgs({ args: args.map(withSeed), options: OPTIONS, allowPositionals: false });
    for (const [name, takes] of Object.entries(TAKES)) {
      const value = values[name as keyof typeof OPTIONS];
      if (typeof value === 'string' && !takes.test(value)) throw new Error(`--${name} does not take "${value}"`);
    }
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
    return null;
  }
}

function compositionOf(options: NonNullable<ReturnType<typeof optionsFrom>>): Composition {
  const { data, device, seed, form, strict, wary } = options;
  const locale = options.locale && generatedModel(options.locale) ? options.locale : undefined;
  if (options.locale && !locale) process.stderr.write(`There is no model for ${options.locale}; it stays en-US.\n`);
  return {
    ...(data ? { dataDir: data } : {}),
    ...(locale ? { locale } : {}),
    ...(device === 'echo-show' ? { deviceKind: device } : {}),
    ...(form === 'read' ? { screeningForm: form } : {}),
    seed: Number(seed ?? 1) || 1,
    strict: strict ?? false,
    ...(wary ? { wary: Number(wary) } : {}),
  };
}

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (!options || options.help) {
    if (options) process.stdout.write(`${USAGE}\n`);
    else process.exitCode = 2;
    return;
  }
  if (options.wary) process.stderr.write(`Understood warily; --wary=${options.wary} does so again.\n`);
  const echo = talkingEcho(compositionOf(options));
  const after = () => keepClock(echo, options.data);
  // A reader that has gone away is the end of the conversation, not a fault.
  process.stdout.on('error', () => process.exit(0));
  if (options.json) return converse(echo, process.stdin, process.stdout, after);
  const speaker = options.voice ? speakerFor(options.locale ?? 'en-US') : null;
  if (options.voice && !speaker) process.stderr.write('No voice found: install espeak-ng to hear it.\n');
  const talk = { fast: options.fast ?? false, after, ...(speaker ? { speaker } : {}) };
  await new KeyboardTalk(echo, talk, process.stdin, process.stdout).run();
}

void main();
