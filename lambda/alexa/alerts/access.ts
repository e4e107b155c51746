// What a call to Amazon's services needs: how they are reached, and the words to set something with.

/** Where a request says that Amazon can be asked, and with which token: both are its own. */
export interface Access {
  endpoint: string;
  token: string;
  device: string;
  skill: string;
  locale: string;
}

/** The words a reminder or a timer is set with. */
export interface Wording {
  /** Read out by Alexa when it is time. */
  reminder: string;
  label: string;
  /** Asked when the ten minutes are over; says where the skill's name goes. */
  over: string;
}
