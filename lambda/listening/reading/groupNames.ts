// The names of the groups of words for parts of the body and their troubles.

export const bodyGroup = (part: string): string => `{body ${part}}`;
export const troubleGroup = (trouble: string): string => `{trouble ${trouble}}`;
