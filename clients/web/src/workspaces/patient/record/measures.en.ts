/** What each measurement is, by LOINC code, in plain English. */
export const words = {
  '8480-6': 'The upper number: pressure in the vessels when the heart pumps.',
  '8462-4': 'The lower number: pressure in the vessels when the heart rests.',
  '8867-4': 'How often the heart beats in a minute.',
  '9279-1': 'How often you breathe in a minute.',
  '8310-5': 'How warm the body is.',
  '59408-5': 'How much oxygen the blood carries.',
  '2708-6': 'How much oxygen the blood carries.',
  '14771-0': 'Sugar in the blood before eating, looked at for diabetes.',
  '4548-4': 'How high blood sugar was on average over two or three months.',
  '14682-9': 'Tells about the kidneys: high means they filter less.',
  '62238-1': 'How much the kidneys filter in a minute: low means they do less.',
  '22748-8': 'The “bad” cholesterol, which clogs vessels when it is high.',
  '33762-6': 'Tells how hard the heart works; it rises in heart failure.',
  '29463-7': 'Weight. Tell your doctor when it changes much in a short time.',
  '3016-3': 'Tells about the thyroid.',
  '718-7': 'What carries oxygen in the blood: low is anaemia.',
};
