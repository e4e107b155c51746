// Tests that the deployment makes what the skill needs, allows it nothing else, and watches it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackFaults, stackOutputs, stackParameters, stackResources } from '../support/stack';

const resources = stackResources();
const ofType = (type: string) => Object.values(resources).filter((resource) => resource.type === type);
const propertiesOf = (name: string) => resources[name]?.properties ?? {};

const { profiles } = JSON.parse(readFileSync(join(__dirname, '../../ask-resources.json'), 'utf8'));
const { userConfig } = profiles.default.skillInfrastructure;

interface Statement {
  Effect: string;
  Action: string[];
  Resource: unknown;
}

function statements(): Statement[] {
  const policies = propertiesOf('SkillRole')['Policies'] as { PolicyDocument: { Statement: Statement[] } }[];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

describe("AWS's own validator", () => {
  const handedIn = { SkillId: 'amzn1.ask.skill.0', LambdaHandler: userConfig.handler };
  const faults = (region: string, AlarmEmail: string, runtime = userConfig.runtime) =>
    stackFaults(runtime, { ...handedIn, AlarmEmail }, region);
  const regions = ['us-east-1', 'eu-west-1', 'us-west-2'];

  test.each(regions)(
    'has nothing against the stack in %s, with an address for alarms or without',
    (region) => {
      expect(faults(region, '')).toEqual([]);
      expect(faults(region, 'alarms@example.org')).toEqual([]);
    },
    60_000,
  );

  test('would have said so about a runtime that is not served any more', () => {
    expect(faults('us-east-1', '', 'nodejs12.x')).not.toEqual([]);
  }, 60_000);
});

describe('what the function may do', () => {
  test('is reading, writing and deleting one listener of the one table', () => {
    const [table, ...others] = statements().filter(({ Action }) =>
      Action.some((action) => action.startsWith('dynamodb:')),
    );
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
      Resource: { of: 'ListenerTable', attribute: 'Arn' },
    });
  });

  test('is else only writing its own log, with no wildcard anywhere', () => {
    expect(statements().map(({ Effect }) => Effect)).toEqual(['Allow', 'Allow']);
    expect(statements()[1]).toMatchObject({
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { of: 'SkillLogs', attribute: 'Arn' },
    });
    expect(JSON.stringify(propertiesOf('SkillRole'))).not.toContain('*');
    expect(propertiesOf('SkillRole')['ManagedPolicyArns']).toBeUndefined();
    expect(ofType('AWS::IAM::Role')).toHaveLength(1);
  });

  test('is asked for by Alexa alone, and for this skill alone', () => {
    const permissions = ofType('AWS::Lambda::Permission').map(({ properties }) => properties);
    expect(permissions).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: { of: 'SkillFunction', attribute: 'Arn' },
        Principal: 'alexa-appkit.amazon.com',
        EventSourceToken: { parameter: 'SkillId' },
      },
    ]);
  });
});

test('the function has the runtime of the settings, a processor that is cheap, and gives up before Alexa does', () => {
  const skill = propertiesOf('SkillFunction');
  expect(userConfig.runtime).toBe('nodejs24.x');
  expect(skill).toMatchObject({
    Runtime: { parameter: 'LambdaRuntime' },
    Architectures: ['arm64'],
    Environment: {
      Variables: { SKILL_ID: { parameter: 'SkillId' }, TABLE_NAME: { of: 'ListenerTable' } },
    },
  });
  expect(skill['Timeout']).toBeLessThan(8);
});

test('the log is JSON, in a group of the stack, and gone after fourteen days', () => {
  expect(propertiesOf('SkillFunction')['LoggingConfig']).toMatchObject({
    LogFormat: 'JSON',
    LogGroup: { of: 'SkillLogs' },
  });
  expect(propertiesOf('SkillLogs')).toEqual({ RetentionInDays: 14 });
});

describe('the table', () => {
  test('is keyed and emptied by the attributes the store writes, paid for by use', () => {
    expect(propertiesOf('ListenerTable')).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  // The store on DynamoDB reads and writes these two names; neither side may be renamed alone.
  const store = join(__dirname, '../../lambda/persistence/dynamodb.ts');
  (existsSync(store) ? test : test.skip)('has the names of attributes that the code of the store uses', () => {
    const code = readFileSync(store, 'utf8');
    expect(code).toMatch(/\bid: \{ S: /);
    expect(code).toMatch(/\bexpiresAt: \{ N: /);
  });

  test('is encrypted, can be set back, but not so far that what was forgotten stays for long', () => {
    const { SSESpecification, PointInTimeRecoverySpecification } = propertiesOf('ListenerTable');
    expect(SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 });
  });

  test('outlives the stack', () => {
    expect(resources['ListenerTable']?.deletionPolicy).toBe('RetainExceptOnCreate');
  });
});

describe('an alarm', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
  const watched = (metric: string) =>
    JSON.stringify(alarms.filter((alarm) => JSON.stringify(alarm).includes(`"${metric}"`)));

  test.each([
    ['Errors', 'SkillFunction'],
    ['Throttles', 'SkillFunction'],
    ['Duration', 'SkillFunction'],
    ['ReadThrottleEvents', 'ListenerTable'],
    ['WriteThrottleEvents', 'ListenerTable'],
  ])('watches %s of %s', (metric, resource) => {
    expect(watched(metric)).toContain(`"of":"${resource}"`);
  });

  test('watches the slowest turn in a hundred, and the faults the skill caught itself', () => {
    expect(watched('Duration')).toContain('"ExtendedStatistic":"p99"');
    expect(propertiesOf('CaughtErrors')).toMatchObject({ LogGroupName: { of: 'SkillLogs' } });
    expect(watched('CaughtErrors')).not.toBe('[]');
  });

  test('goes to the address that was given, or only to the page when none was', () => {
    for (const alarm of alarms) expect(alarm['AlarmActions']).toEqual([[{ of: 'AlarmTopic', attribute: 'Ref' }], null]);
    expect(resources['AlarmTopic']?.condition).toBe('HasAlarmEmail');
  });

  test('is quiet while nobody uses the skill', () => {
    expect(alarms.map((alarm) => alarm['TreatMissingData'])).toEqual(alarms.map(() => 'notBreaching'));
  });
});

test('the page of numbers is proper JSON', () => {
  const { DashboardBody } = propertiesOf('SkillDashboard');
  const text = readFileSync(join(__dirname, '../../infrastructure/skill-stack.yaml'), 'utf8');
  const body = text.slice(
    text.indexOf('DashboardBody: !Sub |') + 'DashboardBody: !Sub |'.length,
    text.indexOf('\nOutputs:'),
  );
  expect(DashboardBody).toBeDefined();
  expect(JSON.parse(body).widgets).toHaveLength(4);
});

test('nothing has a name of its own that a second region or stack would collide with', () => {
  const named = Object.entries(resources).flatMap(([logicalName, { properties }]) =>
    ['TableName', 'FunctionName', 'RoleName', 'TopicName', 'AlarmName', 'DashboardName', 'FilterName']
      .filter((key) => typeof properties[key] === 'string')
      .map((key) => `${logicalName}.${key}`),
  );
  expect(named).toEqual([]);
  expect(propertiesOf('SkillLogs')['LogGroupName']).toBeUndefined();
});

test('the template takes what ask-cli hands in, needs nothing else, and gives back the address it looks for', () => {
  const required = Object.entries(stackParameters()).filter(([, canBeLeftOut]) => !canBeLeftOut);
  const handedIn = ['SkillId', 'LambdaRuntime', 'LambdaHandler', 'CodeBucket', 'CodeKey', 'CodeVersion'];
  expect(required.map(([name]) => name).sort()).toEqual(handedIn.sort());
  expect(Object.keys(stackParameters())).toEqual(expect.arrayContaining(Object.keys(userConfig.cfn.parameters)));
  expect(stackOutputs()['SkillEndpoint']).toEqual({ of: 'SkillFunction', attribute: 'Arn' });
});

test('each Alexa region that has code has an AWS region of its own', () => {
  const regions = Object.keys(profiles.default.code);
  const places = regions.map(
    (region) => (region === 'default' ? userConfig : userConfig.regionalOverrides[region]).awsRegion,
  );
  // "default" is North America too: a region NA beside it could come to get a second table in the same place.
  expect(Object.fromEntries(regions.map((region, at) => [region, places[at]]))).toEqual({
    default: 'us-east-1',
    EU: 'eu-west-1',
    FE: 'us-west-2',
  });
});
