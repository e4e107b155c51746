// How long does it take to say something?

/**
 * Estimated milliseconds. An unhurried voice says about 150 words a minute, 400 ms a word; an English word with the
 * space after it is a little under six characters, hence 70 ms a character. The lead is the silence a voice puts
 * before its first sound; stops and commas are the rests it makes.
 */
export const VOICE = { leadMs: 250, characterMs: 70, stopMs: 300, commaMs: 150 } as const;

/** The estimated length of spoken words in milliseconds; nothing said takes no time. */
export function lengthOfWords(words: string): number {
  const said = words.trim();
  if (said === '') return 0;
  const stops = said.match(/[.!?…।。？]+(?=\s|$)/gu)?.length ?? 0;
  const commas = said.match(/[,;:、，](?=\s|$)/gu)?.length ?? 0;
  return VOICE.leadMs + said.length * VOICE.characterMs + stops * VOICE.stopMs + commas * VOICE.commaMs;
}
