// What the service itself knows: phrases of built-in intents, and words that mean nothing by themselves.

/** The service's own phrases; a skill's samples win over them. English, as the service documents them. */
export const SERVICE_PHRASES: Record<string, readonly string[]> = {
  'AMAZON.YesIntent': ['yes', 'yes please', 'yeah', 'yep', 'yup', 'sure', 'okay'],
  'AMAZON.NoIntent': ['no', 'nope', 'no thanks', 'no thank you', 'nah'],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.StopIntent': ['stop', 'off'],
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.RepeatIntent': ['repeat', 'repeat that', 'say that again'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
  'AMAZON.PreviousIntent': ['previous', 'go back', 'skip back'],
  'AMAZON.PauseIntent': ['pause', 'pause that'],
  'AMAZON.ResumeIntent': ['resume', 'continue', 'keep going'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.NavigateHomeIntent': ['go home', 'home'],
};

/** Said in a session, these end it without asking the skill. */
export const LEAVING_PHRASES: readonly string[] = ['exit', 'quit'];

/**
 * Answers that open something or count as one: only their own words may mean them. A paraphrase that turns
 * "I wouldn't say yes" into yes would be a wrong answer to a health question.
 */
export const EXACT_ONLY: ReadonlySet<string> = new Set([
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.ResumeIntent',
  'AMAZON.NextIntent',
  'BeginIntent',
  'ReadyIntent',
  'NoneIntent',
  'NoThingIntent',
]);

/** When values of several kinds are spotted in a sentence, this one is meant: erring towards danger is the safe way. */
export const SPOTTED_FIRST = 'ReportSymptomIntent';

/** Days and times come up in sentences about anything: by themselves they tell nothing of what is meant. */
export const NEVER_SPOTTED: ReadonlySet<string> = new Set(['ReminderTimeIntent']);

/** Sounds and courtesies that may be dropped anywhere. */
export const FILLERS: ReadonlySet<string> = new Set([
  'um',
  'umm',
  'uh',
  'er',
  'erm',
  'hmm',
  'please',
  'alexa',
  'thanks',
]);

/** Dropped at the very beginning only, where they carry nothing. */
export const LEAD_FILLERS: ReadonlySet<string> = new Set(['well', 'so', 'oh', 'hey', 'and']);

/** What may stand before an answer or a wish and after it without changing either. */
export const EDGE_LEADS: ReadonlySet<string> = new Set(
  'okay alright right well so oh and hey now um then just actually sorry wait but yeah ooh'.split(' '),
);
export const EDGE_ENDS: ReadonlySet<string> = new Set(
  'now then please thanks today already alright though here'.split(' '),
);
/** Of these, what may go even from an answer that only its own words may mean. */
export const SAFE_EDGES: ReadonlySet<string> = new Set('okay alright right oh hey now then please thanks'.split(' '));

/** A sentence that opens so is a question: only a sample that opens so too is nearly the same. */
export const QUESTION_OPENERS: ReadonlySet<string> = new Set(
  'how what why when where which who whose is are am do does did can could may should shall would will has have'.split(
    ' ',
  ),
);

/** Polite beginnings of a wish, the longest first. */
export const POLITE_LEADS: readonly string[] = [
  'i would like you to',
  'i want you to',
  'i would like to know',
  'i want to know',
  'i want to',
  'i would like to',
  'would you mind',
  'can we',
  'could we',
  'let us',
  'i need you to',
  'please',
  'could you please',
  'can you please',
  'would you please',
  'do you know',
  'could you',
  'can you',
  'would you',
  'okay',
  'alright',
  'right',
];

/** Words that hold sentences together: light when two sentences are compared. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the my your his her its our this that these those it i me we you he she they is am are was were be been being ' +
    'do does did have has had having to of on in at for with from by and or as so just really very quite bit now then ' +
    'there here please can could would will shall may might think guess suppose say like actually maybe probably about ' +
    'got get some any too also again need want feel feels let'
  ).split(' '),
);

/** Words that turn a meaning round: both sentences must have them, as often as each other. */
export const TURNING_WORDS: ReadonlySet<string> = new Set(
  'not no never without nothing none nobody neither nor but except unless if yes yeah stop less cannot hardly'.split(
    ' ',
  ),
);

/** Words for another person: a sentence about him is not a paraphrase of one about me. */
export const OTHERS: ReadonlySet<string> = new Set('he she him his her they them their'.split(' '));
