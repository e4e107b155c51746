// Estimates how long it takes to say a text.

/**
 * Estimated milliseconds. An unhurried voice says about 150 words a minute, 400 ms a word; an English word with the
 * space after it is a little under six characters, hence 70 ms a character. The lead is the silence a voice puts
 * before its first sound; stops and commas are the rests it makes.
 */
export const VOICE = { leadMs: 250, characterMs: 70, stopMs: 300, commaMs: 150 } as const;

// Written as codes: one sign beyond Latin in a script, and Node keeps all of it at two bytes a sign and starts slower.
/** Also the ellipsis, the danda of Hindi, and the full stop and question mark of Japanese. */
const STOPS = /[.!?\u2026\u0964\u3002\uFF1F]+(?=\s|$)/gu;
/** Also the comma of Japanese, and the wide one. */
const COMMAS = /[,;:\u3001\uFF0C](?=\s|$)/gu;

/** The estimated length of spoken words in milliseconds; nothing said takes no time. */
export function lengthOfWords(words: string): number {
  const said = words.trim();
  if (said === '') return 0;
  const stops = said.match(STOPS)?.length ?? 0;
  const commas = said.match(COMMAS)?.length ?? 0;
  return VOICE.leadMs + said.length * VOICE.characterMs + stops * VOICE.stopMs + commas * VOICE.commaMs;
}
