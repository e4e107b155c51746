// The same skill with Amazon's own adapter for DynamoDB, one read and one write a turn.

import { SkillBuilders } from 'ask-sdk-core';
import { DynamoDbPersistenceAdapter } from 'ask-sdk-dynamodb-persistence-adapter';
import { DynamoDB } from 'aws-sdk';

const { HELLO_TABLE, AWS_ENDPOINT_URL_DYNAMODB, AWS_REGION } = process.env;

const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    async handle({ attributesManager, responseBuilder }) {
      const { greeted = 0 } = await attributesManager.getPersistentAttributes();
      attributesManager.setPersistentAttributes({ greeted: greeted + 1 });
      await attributesManager.savePersistentAttributes();
      return responseBuilder.speak('Hello world.').reprompt('Hello?').getResponse();
    },
  })
  .withPersistenceAdapter(
    new DynamoDbPersistenceAdapter({
      tableName: HELLO_TABLE,
      dynamoDBClient: new DynamoDB({ endpoint: AWS_ENDPOINT_URL_DYNAMODB, region: AWS_REGION }),
    }),
  )
  .create();

export const handler = (event, context) => skill.invoke(event, context);
