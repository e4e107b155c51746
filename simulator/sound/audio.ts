// What is heard of an APL for Audio document, and when.

import { readSsml, type Spoken } from './ssml';
import type { Voice } from './voice';

/** One stretch of sound or silence; without `text` nothing is said in it. */
export interface Clip {
  atMs: number;
  lastsMs: number;
  kind: string;
  exercise?: string;
  side?: string;
  text?: string;
  /** The words were longer than the time they had. */
  cut?: true;
  /** A sound, not words: it is heard although nothing is said. */
  sound?: true;
}

export interface Sound {
  lastsMs: number;
  clips: Clip[];
}

interface Component {
  type?: string;
  description?: string;
  content?: string;
  contentType?: string;
  duration?: number | string;
  when?: unknown;
  item?: Component | Component[];
  items?: Component | Component[];
}

/** Length taken for a sound file, which the simulator cannot open. */
const SOUND_FILE_MS = 2_000;
const PLAIN = 'say';

type Label = Pick<Clip, 'kind' | 'exercise' | 'side'>;

/** A description names what a clip is: "kind", "kind exercise" or "kind exercise side", "-" for nothing. */
function labelOf(description: string | undefined, around: Label): Label {
  const [kind, exercise, side] = (description ?? '').trim().split(/\s+/);
  if (!kind) return around;
  return {
    kind,
    ...(exercise && exercise !== '-' ? { exercise } : {}),
    ...(side === 'left' || side === 'right' ? { side } : {}),
  };
}

function childrenOf({ item, items }: Component): Component[] {
  return [items ?? item ?? []].flat().filter(({ when }) => when !== false && when !== 'false');
}

/** How long some spoken pieces last, and their words as one text. */
function spokenOf(pieces: Spoken[], voice: Voice): { lastsMs: number; text: string } {
  const lastsMs = pieces.reduce((sum, { text, pauseMs }) => sum + voice(text) + pauseMs, 0);
  const text = pieces
    .map((piece) => piece.text)
    .filter((words) => words !== '')
    .join(' ');
  return { lastsMs, text };
}

function speech(component: Component, label: Label, voice: Voice): Sound {
  const content = component.content ?? '';
  const pieces = component.contentType === 'SSML' ? readSsml(content) : [{ text: content, pauseMs: 0 }];
  const { lastsMs, text } = spokenOf(pieces, voice);
  return { lastsMs, clips: [{ atMs: 0, lastsMs, ...label, text }] };
}

function sequence(children: Component[], label: Label, voice: Voice): Sound {
  let lastsMs = 0;
  const clips = children.flatMap((child) => {
    const sound = soundOf(child, label, voice);
    const moved = sound.clips.map((clip) => ({ ...clip, atMs: clip.atMs + lastsMs }));
    lastsMs += sound.lastsMs;
    return moved;
  });
  return { lastsMs, clips };
}

function trimmed(sound: Sound, toMs: number): Sound {
  const clips = sound.clips
    .filter(({ atMs }) => atMs < toMs)
    .map((clip): Clip => (clip.atMs + clip.lastsMs <= toMs ? clip : { ...clip, lastsMs: toMs - clip.atMs, cut: true }));
  return { lastsMs: Math.min(sound.lastsMs, toMs), clips };
}

/** Children sound together; those trimmed to their parent do not lengthen it, and are cut where it ends. */
function mix(children: Component[], label: Label, voice: Voice): Sound {
  const lanes = children.map((child) => ({
    sound: soundOf(child, label, voice),
    trims: child.duration === 'trimToParent',
  }));
  const leading = lanes.some(({ trims }) => !trims) ? lanes.filter(({ trims }) => !trims) : lanes;
  const lastsMs = Math.max(0, ...leading.map(({ sound }) => sound.lastsMs));
  const clips = lanes.flatMap(({ sound, trims }) => (trims ? trimmed(sound, lastsMs) : sound).clips);
  const said = clips.filter(({ text, sound }) => text !== undefined || sound);
  const [only] = said;
  // One sentence or sound over silence is one slot: the silence says how long it is. A sound may ring on, and is cut.
  if (said.length === 1 && only) {
    const { cut, ...clip } = only;
    return { lastsMs, clips: [{ ...clip, atMs: 0, lastsMs, ...(cut && !only.sound ? { cut } : {}) }] };
  }
  return { lastsMs, clips: said.length > 0 ? said.sort((a, b) => a.atMs - b.atMs) : clips.slice(0, 1) };
}

function soundOf(component: Component, around: Label, voice: Voice): Sound {
  const label = labelOf(component.description, around);
  const silent = (lastsMs: number): Sound => ({ lastsMs, clips: [{ atMs: 0, lastsMs, ...label }] });
  switch (component.type) {
    case 'Speech':
      return speech(component, label, voice);
    case 'Silence':
      return silent(Number(component.duration) || 0);
    case 'Audio':
      return { lastsMs: SOUND_FILE_MS, clips: [{ atMs: 0, lastsMs: SOUND_FILE_MS, ...label, sound: true }] };
    case 'Sequencer':
      return sequence(childrenOf(component), around, voice);
    case 'Mixer':
      return mix(childrenOf(component), label, voice);
    case 'Selector':
      return sequence(childrenOf(component).slice(0, 1), label, voice);
    default:
      throw new Error(`APL for Audio with an unknown component "${component.type}"`);
  }
}

/** Plays an APL for Audio document by its own rules. Throws where it could not be rendered. */
export function playDocument(document: unknown, voice: Voice): Sound {
  const template = (document as { mainTemplate?: Component } | null)?.mainTemplate;
  if (!template) throw new Error('APL for Audio without a main template');
  return sequence(childrenOf(template), { kind: PLAIN }, voice);
}

/** Plays SSML. A pause of half a second and more divides it into clips. */
export function playSsml(ssml: string, voice: Voice): Sound {
  const clips: Clip[] = [];
  let atMs = 0;
  let piece: Spoken[] = [];
  const close = (restMs: number) => {
    const { lastsMs, text } = spokenOf(piece, voice);
    if (text !== '') clips.push({ atMs, lastsMs, kind: PLAIN, text });
    if (restMs > 0) clips.push({ atMs: atMs + lastsMs, lastsMs: restMs, kind: 'quiet' });
    atMs += lastsMs + restMs;
    piece = [];
  };
  for (const { text, pauseMs } of readSsml(ssml)) {
    const rests = pauseMs >= 500;
    piece.push({ text, pauseMs: rests ? 0 : pauseMs });
    if (rests) close(pauseMs);
  }
  close(0);
  return { lastsMs: atMs, clips };
}
