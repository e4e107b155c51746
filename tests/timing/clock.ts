// Tells when each part of an APL for Audio document sounds, by an independent reading of the format's rules.

/** One child of the document's sequence as it is heard, in milliseconds from the document's start. */
export interface Part {
  label: string;
  atMs: number;
  lastsMs: number;
  /** Its words, and whether they were still being said when it ended. */
  text: string;
  cut: boolean;
}

export interface Component {
  type: string;
  description?: string;
  content?: string;
  duration?: number | string;
  items?: Component[];
}

/** Milliseconds a voice takes for some words; `slotMs` is the silence beside them, null when they stand alone. */
export type SpeakingTime = (text: string, slotMs: number | null) => number;

interface Heard {
  lastsMs: number;
  text: string;
  cut: boolean;
}

/** The parts of a document's outermost Sequencer, one after another. */
export function partsOf(document: unknown, speaking: SpeakingTime): Part[] {
  const [sequencer, ...others] = (document as { mainTemplate: { items: Component[] } }).mainTemplate.items;
  if (sequencer?.type !== 'Sequencer' || others.length > 0) throw new Error('not one sequence');
  let atMs = 0;
  return (sequencer.items ?? []).map((child) => {
    const part = { label: child.description ?? '', atMs, ...heard(child, speaking, null) };
    atMs += part.lastsMs;
    return part;
  });
}

/** Milliseconds until the document falls silent. */
export const endOf = (parts: readonly Part[]): number =>
  parts.reduce((last, { atMs, lastsMs }) => Math.max(last, atMs + lastsMs), 0);

function heard(component: Component, speaking: SpeakingTime, slotMs: number | null): Heard {
  switch (component.type) {
    case 'Speech':
      return { lastsMs: speaking(component.content ?? '', slotMs), text: component.content ?? '', cut: false };
    case 'Audio':
      // A file of any length; ours are all trimmed.
      return { lastsMs: 0, text: '', cut: false };
    case 'Silence':
      return { lastsMs: Number(component.duration), text: '', cut: false };
    case 'Sequencer':
      return summed((component.items ?? []).map((child) => heard(child, speaking, null)));
    case 'Mixer':
      return mixed(component.items ?? [], speaking);
    default:
      throw new Error(`nothing is known of a ${component.type}`);
  }
}

function summed(children: readonly Heard[]): Heard {
  return {
    lastsMs: children.reduce((sum, { lastsMs }) => sum + lastsMs, 0),
    text: children.map(({ text }) => text).join(' '),
    cut: children.some(({ cut }) => cut),
  };
}

/** The longest child sets the length, except one that is trimmed to its parent: that is cut where the others end. */
function mixed(items: readonly Component[], speaking: SpeakingTime): Heard {
  const trims = (one: Component) => one.duration === 'trimToParent';
  const leading = items.filter((one) => !trims(one));
  const slotMs = Math.max(
    0,
    ...leading.filter(({ type }) => type === 'Silence').map(({ duration }) => Number(duration)),
  );
  const lanes = items.map((one) => ({ trims: trims(one), ...heard(one, speaking, slotMs) }));
  const setting = leading.length > 0 ? lanes.filter((lane) => !lane.trims) : lanes;
  const lastsMs = Math.max(0, ...setting.map((lane) => lane.lastsMs));
  return {
    lastsMs,
    text: lanes.map(({ text }) => text).join(''),
    cut: lanes.some((lane) => lane.trims && lane.lastsMs > lastsMs),
  };
}

/** A row of parts of one kind without a break: one hold, or one count. */
export interface Run {
  label: string;
  atMs: number;
  lastsMs: number;
  cues: number;
}

/** Runs of parts whose label begins with `kind`, told apart by label and by what stands between them. */
export function runsOf(parts: readonly Part[], kind: string): Run[] {
  const runs: Run[] = [];
  parts.forEach((part, index) => {
    if (part.label.split(' ')[0] !== kind) return;
    const last = runs.at(-1);
    if (last && parts[index - 1]?.label === part.label) {
      last.lastsMs = part.atMs + part.lastsMs - last.atMs;
      last.cues++;
    } else runs.push({ label: part.label, atMs: part.atMs, lastsMs: part.lastsMs, cues: 1 });
  });
  return runs;
}
