// Which of Amazon's service clients does the SDK need before the skill calls one?
//
// None: so this stands in for ask-sdk-model where ask-sdk-core asks for it. The SDK makes a factory of clients for
// every request; the real one, sixty thousand characters of program, is loaded when a client is asked of it.

class ServiceClientFactory {
  constructor(apiConfiguration) {
    let factory;
    const whole = () => {
      factory ??= new (require('./services.js').services.ServiceClientFactory)(apiConfiguration);
      return factory;
    };
    // biome-ignore lint/correctness/noConstructorReturn: whatever is asked of this factory is asked of the real one.
    return new Proxy(this, { get: (_, name) => Reflect.get(whole(), name) });
  }
}

exports.services = { ServiceClientFactory };
