/** UCUM units as laboratories print them. */
const printed: Readonly<Record<string, string>> = {
  Cel: '℃',
  '10*9/L': '×10⁹/L',
  '10*12/L': '×10¹²/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73m²',
  'm[IU]/L': 'mIU/L',
};

export function unitInWords(unit: string | null): string {
  if (unit === null) return '';
  return printed[unit] ?? unit.replace(/^u(?=mol|g|L)/, 'µ').replaceAll(/[[\]{}]/g, '');
}
