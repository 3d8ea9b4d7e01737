/**
 * What is usual for an adult, by LOINC code and UCUM unit, where the source of a result says nothing of it.
 * Sources: WS/T 404.1, .3, .5 (ALT, AST, potassium, sodium, chloride, urea, creatinine at 20–59 years) and WS/T 405-2012 (blood count);
 * blood pressure by the Chinese hypertension guidelines 2024; lipids by the Chinese lipid guideline 2023; glucose and HbA1c by
 * WS/T 781-2021 and the Chinese diabetes guideline 2020; filtration rate by KDIGO 2012; NT-proBNP by ESC 2021; thyrotropin by NACB 2003.
 * A laboratory's own range is better than any of these.
 */
export interface ReferenceRange {
  readonly low?: number;
  readonly high?: number;
  /** Beyond these somebody should be called: marked twice. */
  readonly alarm?: { readonly low?: number; readonly high?: number };
}

interface Usual {
  readonly unit: string;
  readonly all?: ReferenceRange;
  readonly men?: ReferenceRange;
  readonly women?: ReferenceRange;
}

export interface Person {
  readonly gender: 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN';
  readonly age: number;
}

const adultAge = 18;

const usual: Readonly<Record<string, Usual>> = {
  '8480-6': { unit: 'mmHg', all: { low: 90, high: 139, alarm: { low: 80, high: 179 } } },
  '8462-4': { unit: 'mmHg', all: { low: 60, high: 89, alarm: { high: 109 } } },
  '8867-4': { unit: '/min', all: { low: 60, high: 100, alarm: { low: 40, high: 140 } } },
  '9279-1': { unit: '/min', all: { low: 12, high: 20, alarm: { low: 8, high: 30 } } },
  '8310-5': { unit: 'Cel', all: { low: 36, high: 37.2, alarm: { low: 35, high: 39 } } },
  '59408-5': { unit: '%', all: { low: 95, alarm: { low: 90 } } },
  '2708-6': { unit: '%', all: { low: 95, alarm: { low: 90 } } },
  '14771-0': { unit: 'mmol/L', all: { low: 3.9, high: 6.1, alarm: { low: 2.8, high: 16.7 } } },
  '15074-8': { unit: 'mmol/L', all: { low: 3.9, high: 7.8, alarm: { low: 2.8, high: 16.7 } } },
  '4548-4': { unit: '%', all: { low: 4, high: 6 } },
  '14682-9': { unit: 'umol/L', men: { low: 57, high: 97 }, women: { low: 41, high: 73 } },
  '62238-1': { unit: 'mL/min/{1.73_m2}', all: { low: 90, alarm: { low: 30 } } },
  '22664-7': { unit: 'mmol/L', men: { low: 3.1, high: 8 }, women: { low: 2.6, high: 7.5 } },
  '14647-2': { unit: 'mmol/L', all: { high: 5.2 } },
  '14927-8': { unit: 'mmol/L', all: { high: 1.7 } },
  '14646-4': { unit: 'mmol/L', all: { low: 1 } },
  '22748-8': { unit: 'mmol/L', all: { high: 3.4, alarm: { high: 4.9 } } },
  '33762-6': { unit: 'pg/mL', all: { high: 125, alarm: { high: 1800 } } },
  '3016-3': { unit: 'm[IU]/L', all: { low: 0.4, high: 4 } },
  '2823-3': { unit: 'mmol/L', all: { low: 3.5, high: 5.3, alarm: { low: 2.8, high: 6.2 } } },
  '2951-2': { unit: 'mmol/L', all: { low: 137, high: 147, alarm: { low: 120, high: 160 } } },
  '2075-0': { unit: 'mmol/L', all: { low: 99, high: 110 } },
  '1742-6': { unit: 'U/L', men: { low: 9, high: 50 }, women: { low: 7, high: 40 } },
  '1920-8': { unit: 'U/L', men: { low: 15, high: 40 }, women: { low: 13, high: 35 } },
  '718-7': {
    unit: 'g/L',
    men: { low: 130, high: 175, alarm: { low: 60 } },
    women: { low: 115, high: 150, alarm: { low: 60 } },
  },
  '6690-2': { unit: '10*9/L', all: { low: 3.5, high: 9.5, alarm: { low: 2, high: 30 } } },
  '777-3': { unit: '10*9/L', all: { low: 125, high: 350, alarm: { low: 50 } } },
  '1988-5': { unit: 'mg/L', all: { high: 10 } },
};

/** null for children, for whom these would mislead, for other units, and where nothing is published. */
export function referenceRange(code: string, unit: string | null, { gender, age }: Person): ReferenceRange | null {
  const known = usual[code];
  if (age < adultAge || known?.unit !== unit) return null;
  if (known.all) return known.all;
  if (gender === 'MALE') return known.men ?? null;
  return gender === 'FEMALE' ? (known.women ?? null) : null;
}
