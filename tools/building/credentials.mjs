// Where do the AWS credentials of a built skill come from?

/**
 * It stands in for the ways that only a person's own machine has: a profile, a login in a browser, another program, a
 * token's file. On Lambda the credentials stand in the environment; that, a container's and an instance's ways remain.
 */
const leftOut = () => async () => {
  const error = new Error('The built skill takes credentials from its environment, not from a profile');
  // The SDK's mark: the next way may have some.
  throw Object.assign(error, { name: 'CredentialsProviderError', tryNextLink: true });
};

export const fromIni = leftOut;
export const fromProcess = leftOut;
export const fromSSO = leftOut;
export const fromTokenFile = leftOut;
