// Does every rule of the house hold in every state somebody can talk the conversation into?

import { converse } from '../../lambda/dialogue/converse';
import { Walk } from './walk/walker';
import { WORLDS } from './walk/world';

it('walks', () => {
  for (const world of WORLDS) {
    const t=Date.now();
    const walked = new Walk(converse, world).run();
    console.log(world.form, Date.now()-t, walked.states, walked.edges, [...walked.moments].join(' '), walked.violations.length);
    console.log(walked.violations.map(({fault,path})=>fault+'\n    '+path.join('\n    ')).join('\n'));
  }
}, 600000);
