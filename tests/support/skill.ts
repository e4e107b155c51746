// The skill as tests talk to it: strict about its words, and with a clock of their own.

import { join } from 'node:path';
import type { RequestEnvelope, ResponseEnvelope, services } from 'ask-sdk-model';
import { folderLanguages } from '../../content/languages';
import { createSkill, type Skill, type SkillParts } from '../../lambda/alexa/skill';
import { memoryStore } from '../../lambda/persistence/memory';
import { HandTime } from './hand-time';
import { houseFaults } from './house-rules';

export const START = Date.parse('2026-11-21T12:00:00Z');

export const languages = folderLanguages(join(__dirname, '../../content/languages'));

/** Amazon's alerts and settings are out of reach: no test leaves the machine by mistake. */
export const OUT_OF_REACH: services.ApiClient = { invoke: () => Promise.reject(new Error('out of reach')) };

export interface SkillInTest {
  /** Answers, and fails the test when the answer breaks a rule of the house. */
  ask(request: RequestEnvelope): Promise<ResponseEnvelope>;
  /** Every line of the log. */
  log: string[];
  /** The lines that tell of something that went wrong. */
  faults(): unknown[];
}

/** The skill alone: strict about its words, with clocks that stand still and nobody who reads its log. */
export function bareSkill(parts: Partial<SkillParts> = {}): Skill {
  return createSkill({
    store: memoryStore(),
    now: () => START,
    waiting: new HandTime(),
    languages,
    strict: true,
    apiClient: OUT_OF_REACH,
    log: () => {},
    ...parts,
  });
}

export function skillInTest(parts: Partial<SkillParts> = {}): SkillInTest {
  const log: string[] = [];
  const skill = bareSkill({ log: (line) => log.push(line), ...parts });
  return {
    log,
    faults: () => log.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error'),
    async ask(request) {
      const answer = await skill(request);
      expect(houseFaults(request, answer)).toEqual([]);
      return answer;
    },
  };
}
