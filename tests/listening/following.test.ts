// Tests what short words ask of the topic that was answered last.

import { join } from 'node:path';
import { folderLanguages } from '../../content/languages';
import { hearingIn } from '../../lambda/alexa/hearing';

const hearing = hearingIn(folderLanguages(join(__dirname, '../../content/languages')).of('en-US'));

test.each([
  ['why', 'heat-how', 'why-heat'],
  ['how long', 'heat-how', 'heat-how-long'],
  ['how long', 'how-hard-to-press', 'how-long-to-press'],
  ['how often', 'roller-how', 'roller-how-often'],
  ['and how often', 'why-stretch', 'daily-stretches'],
  ['roller', 'low-back-pressing', 'roller-low-back'],
  ['the lower back', 'how-to-stretch', 'stretches-lower'],
  ['why', 'exercise.childs-pose.how', 'exercise.childs-pose.purpose'],
  ['how long', 'exercise.childs-pose.how', 'exercise.childs-pose.length'],
  ['is safe', 'exercise.neck-tilt.how', 'exercise.neck-tilt.avoid'],
])('%s after an answer on %s asks for %s', (words, told, topic) => {
  expect(hearing.hear(words).asksOf(told)?.topics[0]).toBe(topic);
});

test.each([
  ['how long should i press', 'heat-how'],
  ['how often should i use heat', 'roller-how'],
  ['why do knots hurt', 'heat-how'],
  ['how long', 'heat-how-long'],
  ['ten minutes', 'exercise.childs-pose.how'],
  ['what is the weather', 'heat-how'],
  ['why', 'emergency-signs'],
])('%s after an answer on %s asks nothing of it', (words, told) => {
  expect(hearing.hear(words).asksOf(told)).toBeNull();
});
