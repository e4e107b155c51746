// Every test has to hold something against something: one that checks nothing, or only what an empty list holds, is red.

beforeEach(() => expect.hasAssertions());
