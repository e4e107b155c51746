// Carries out the lines that begin with a colon.

import { PERMISSION_ANSWERS, TROUBLES } from './alerts';
import type { Echo, Happening } from './device';
import { lateEndIn } from './leaving';

export const DEVICES = ['echo-dot', 'echo-show'] as const;

/** Null: not a command the device knows. */
export async function obey(line: string, echo: Echo): Promise<Happening[] | null> {
  const [, name = '', argument = ''] = /^:\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
  switch (name) {
    case 'wait':
      return waitFor(argument, echo);
    case 'end':
      return echo.end();
    case 'device': {
      const deviceKind = DEVICES.find((kind) => kind === argument);
      return deviceKind ? echo.use({ deviceKind }) : [{ type: 'unknownDevice', device: argument, devices: DEVICES }];
    }
    case 'locale':
      return /^[a-z]{2}-[A-Z]{2}$/.test(argument) ? echo.use({ locale: argument }) : null;
    case 'permission': {
      const answer = PERMISSION_ANSWERS.find((one) => one === argument);
      if (!answer || !echo.alerts) return null;
      echo.alerts.answer = answer;
      return [];
    }
    case 'service': {
      const trouble = TROUBLES.find((one) => one === argument);
      if (!trouble || !echo.alerts) return null;
      echo.alerts.trouble = trouble;
      return [];
    }
    case 'lateEnd': {
      const lateEnd = lateEndIn(argument);
      if (lateEnd === null) return null;
      echo.endLate(lateEnd);
      return [];
    }
    case 'person':
      echo.speakAs(argument === '' ? null : argument);
      return [];
    case 'zone': {
      if (!echo.alerts || !/^[\w/+-]+$/.test(argument)) return null;
      echo.alerts.zone = argument === 'none' ? null : argument;
      return [];
    }
    case 'rings':
      return echo.ring();
    case 'audio-fails':
      echo.breakAudio();
      return [];
    default:
      return null;
  }
}

async function waitFor(argument: string, echo: Echo): Promise<Happening[] | null> {
  const seconds = argument === '' ? Number.NaN : Number(argument);
  // A year is the longest absence.
  return seconds >= 0 && seconds <= 31_622_400 ? echo.wait(seconds * 1000) : null;
}
