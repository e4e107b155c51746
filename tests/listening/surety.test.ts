// Tests that words of a symptom that may speak of something else are asked about, and stop nobody.

import redFlags from '../../content/red-flags.json';
import { symptomsDoubtedIn, symptomsIn } from '../../lambda/listening/symptoms';
import type { RowsById, Vocabulary, Words } from '../../lambda/listening/vocabulary';
import { locales, wordsOf } from '../../tools/model/languages';

const english = {
  vocabulary: wordsOf(locales[0] as (typeof locales)[number]).names as unknown as Vocabulary,
  symptoms: redFlags.symptoms as RowsById,
  frames: redFlags.frames,
} satisfies Words;

const readings = (said: string) => [symptomsIn(said, english), symptomsDoubtedIn(said, english)];

test.each([
  ['a word of a symptom as the subject of a sentence', 'numb is what my brain is after that meeting', 'numb'],
  ['what somebody else had', 'pins and needles me nan got on the couch', 'numb'],
  ['what somebody else had before', 'cancer was what my neighbour had', 'standing'],
  ['a thing in the same breath', 'weak tea and a numb thumb', 'numb'],
  ['a thing that burns', 'the radiator is burning hot behind the bed', 'sharp'],
  ['words that no list knows', 'fever few blossoming lovely beside carnations', 'ill'],
  ['a no behind the word', 'numb no just bored', 'numb'],
  ['a joke', 'dizzy from how boring this is just kidding', 'dizzy'],
  [
    'what was named and is not had',
    'so the tingling you mentioned i do not have that i only have the tight bit',
    'numb',
  ],
  ['a fall of long ago', 'i fell off a ladder ten years ago', 'injury'],
  ['what was only read about', 'i was reading about numbness in the paper', 'numb'],
  ['what is only asked about', 'i get nervous when you ask me about chest pain', 'emergency'],
  ['a thing of the speaker', 'my phone is bleeding battery like anything', 'standing'],
  ['a thing that fell', 'wait my telly fell down', 'injury'],
  ['what would not be said', "it's not as if i've gone numb", 'numb'],
  ['a stroke in the family a year ago', 'my manager had a stroke last year so now we all stretch', 'emergency'],
  ['a fall in childhood', 'i fell out of a tree when i was nine and it healed up just fine', 'injury'],
  ['a faint told to be of long ago', 'i fainted once at a wedding but that was forty years ago', 'emergency'],
  ['a face like this', "i'm not poorly i've just got a face like this", 'ill'],
  ['a fall of long ago in other words', 'i had a bad fall ten years back', 'injury'],
  ['what a chair does', "my bum's numb from this old chair", 'saddle'],
  ['what somebody reckons', "my wife reckons it's a pulled muscle", 'injury'],
  ['why somebody wants to sit', "can they be done sitting i'm not too steady", 'dizzy'],
  ['a head full of choice', "i'm dizzy with all these stretches", 'dizzy'],
])('%s is asked about: "%s"', (_, said, row) => {
  const [reported, doubted] = readings(said);
  expect(reported).toEqual([]);
  expect(doubted).toContain(row);
});

test.each([
  ['what is one’s own', 'my arm is numb', 'numb'],
  ['what is said without a subject', 'dizzy', 'dizzy'],
  ['one’s own beside a thing', 'my arm went numb holding the phone', 'numb'],
  ['one’s own beside another person', 'i got dizzy when my wife pressed', 'dizzy'],
  ['a joke before it', 'haha i just cannot pee since last night', 'saddle'],
  ['both of one’s own after a no', 'no both my legs are numb', 'numb-both'],
  ['one’s own while reading', 'i was reading about strokes and my face is drooping', 'emergency'],
  ['a phone that fell on one', 'my phone fell on my head and i am dizzy', 'dizzy'],
  ['what never healed', 'i twisted my back and it never healed', 'injury'],
  ['a want of breath', "i'm gasping for a breath", 'emergency'],
  ['somebody else’s collapse of this minute', 'my husband has collapsed help', 'emergency'],
  ['a fall of this week', 'i fell off a ladder on monday', 'injury'],
  ['a fall in whatever words', 'got whacked in the back playing rugby yesterday', 'injury'],
])('%s is a report: "%s"', (_, said, row) => {
  expect(readings(said)[0]).toContain(row);
});
