// The intent that takes a whole sentence, and its slot.

export const WORDS_INTENT = 'WordsIntent';
export const WORDS_SLOT = 'words';
