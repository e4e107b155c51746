// Where do the AWS credentials of a built skill come from?

import { CredentialsProviderError } from '@smithy/core/config';

/**
 * It stands in for the ways that only a person's own machine has: a profile, a login in a browser, another program, a
 * token's file. On Lambda the credentials stand in the environment; that, a container's and an instance's ways remain.
 */
const leftOut = () => async () => {
  throw new CredentialsProviderError('The built skill takes credentials from its environment, not from a profile', {
    tryNextLink: true,
  });
};

export const fromIni = leftOut;
export const fromProcess = leftOut;
export const fromSSO = leftOut;
export const fromTokenFile = leftOut;
