// Runs ask-cli's own deployer in the folder given, without reaching Amazon.
//
// Only the two clients that reach Amazon are replaced: what they would have been asked is printed as the last line, as JSON.

const { createRequire } = require('node:module');
const { join } = require('node:path');

const askCli = createRequire(join(__dirname, '../../tools/deploy/node_modules/ask-cli/package.json'));
const asked = [];

class NoAmazon {
  constructor(_profile, _debug, awsProfile, awsRegion) {
    Object.assign(this, { awsProfile, awsRegion });
  }

  async uploadToS3(bucket, key) {
    return { VersionId: `version of ${bucket}/${key}` };
  }

  async deployStack(stackId, stackName, template, parameters, capabilities) {
    asked.push({ awsRegion: this.awsRegion, stackId, stackName, template, parameters, capabilities });
    const endpointUri = `arn:aws:lambda:${this.awsRegion}:000000000000:function:skill`;
    return { stackId: stackId ?? `stack in ${this.awsRegion}`, stackInfo: { Outputs: [] }, endpointUri };
  }
}

const helper = askCli.resolve('./dist/lib/builtins/deploy-delegates/cfn-deployer/helper');
require.cache[helper] = { id: helper, filename: helper, loaded: true, exports: NoAmazon };

const ResourcesConfig = askCli('./dist/lib/model/resources-config');
const Manifest = askCli('./dist/lib/model/manifest');
const Infrastructure = askCli('./dist/lib/controllers/skill-infrastructure-controller');
const SkillCode = askCli('./dist/lib/controllers/skill-code-controller');

const [project, profile] = process.argv.slice(2);
process.chdir(project);
const resources = new ResourcesConfig(join(project, 'ask-resources.json'));
resources.setSkillId(profile, 'amzn1.ask.skill.0');
new Manifest(join(project, 'skill-package/skill.json'));

const infrastructure = new Infrastructure({ profile, doDebug: false });
// Uploading the manifest again, now with the addresses in it.
infrastructure._ensureSkillManifestGotUpdated = (done) => done();
new SkillCode({ profile, doDebug: false }).buildCode((buildError) => {
  if (buildError) throw buildError;
  infrastructure.deployInfrastructure((error) => {
    if (error) throw new Error(JSON.stringify(error));
    process.stdout.write(`\n${JSON.stringify(asked)}\n`);
  });
});
