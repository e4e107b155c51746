// What does a built skill have of the event streams of the AWS SDK?

/** No operation on a table streams, so the SDK never asks for these. They stand in for fifteen thousand characters. */
const leftOut = () => {
  throw new Error('The built skill has no event streams: no operation on a table needs one');
};

export const EventStreamSerde = leftOut;
export const eventStreamSerdeProvider = leftOut;
