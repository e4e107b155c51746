// Learns from the wordings before any test runs, as start and build do.

import { join } from 'node:path';
import { learnLanguages } from '../../tools/learning';

/** Jest calls it once. */
export default function learnBefore(): void {
  learnLanguages(join(__dirname, '../../content/languages'));
}
