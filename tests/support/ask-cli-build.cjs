// Runs ask-cli's own code builder in the folder given.
//
// The zips it would upload are unpacked beside them. Prints one line of JSON: the build flow, the Alexa regions and where the zip was unpacked.

const { createRequire } = require('node:module');
const { join } = require('node:path');

const askCli = createRequire(join(__dirname, '../../tools/deploy/node_modules/ask-cli/package.json'));
const ResourcesConfig = askCli('./dist/lib/model/resources-config');
const SkillCodeController = askCli('./dist/lib/controllers/skill-code-controller');
const AdmZip = askCli('adm-zip');

const [project, unpackTo] = process.argv.slice(2);
process.chdir(project);
new ResourcesConfig(join(project, 'ask-resources.json'));
new SkillCodeController({ profile: 'default', doDebug: false }).buildCode((error, builds) => {
  if (error) throw error instanceof Error ? error : new Error(String(error));
  const told = builds.map(({ build, buildFlow, regionsList }) => {
    new AdmZip(build.file).extractAllTo(unpackTo);
    return { buildFlow, regions: regionsList, file: build.file };
  });
  process.stdout.write(`${JSON.stringify(told)}\n`);
});
