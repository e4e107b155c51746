// Lets ask-sdk-test hold every answer to the rules of the house.

import type { ResponseEnvelope } from 'ask-sdk-model';
import { ResponseValidator, type SequenceItem } from 'ask-sdk-test';
import { houseFaults } from './house-rules';

export class HouseValidator extends ResponseValidator {
  validate(item: SequenceItem, answer: ResponseEnvelope): void {
    const faults = houseFaults(item.request, answer);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}
