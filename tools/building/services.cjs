// What of ask-sdk-model is needed before the skill calls one of Amazon's services?
//
// Nothing but types: so this stands in for it. The service clients, sixty thousand characters of program, are loaded
// when one is asked for. The SDK makes a factory of clients for every request; that alone is no reason.

const real = () => require('./services.js').services;

class ServiceClientFactory {
  constructor(apiConfiguration) {
    let factory;
    const whole = () => {
      factory ??= new (real().ServiceClientFactory)(apiConfiguration);
      return factory;
    };
    // biome-ignore lint/correctness/noConstructorReturn: whatever is asked of this factory is asked of the real one.
    return new Proxy(this, { get: (_, name) => Reflect.get(whole(), name) });
  }
}

exports.services = new Proxy({ ServiceClientFactory }, { get: (own, name) => own[name] ?? real()[name] });
