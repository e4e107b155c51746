// The least that a skill on this SDK can be.

import { SkillBuilders } from 'ask-sdk-core';

const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('Hello world.').reprompt('Hello?').getResponse(),
  })
  .create();

export const handler = (event, context) => skill.invoke(event, context);
