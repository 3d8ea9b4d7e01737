/** What is measured at the visits of the demo's courses of disease, by LOINC code and UCUM unit. */

export interface DemoMeasure {
  readonly loinc: string;
  readonly display: string;
  readonly unit: string;
  readonly decimals: number;
}

export const demoMeasures = {
  fastingGlucose: { loinc: '14771-0', display: '空腹血糖', unit: 'mmol/L', decimals: 1 },
  glycatedHaemoglobin: { loinc: '4548-4', display: '糖化血红蛋白', unit: '%', decimals: 1 },
  creatinine: { loinc: '14682-9', display: '血肌酐', unit: 'umol/L', decimals: 0 },
  filtrationRate: { loinc: '62238-1', display: '估算肾小球滤过率', unit: 'mL/min/{1.73_m2}', decimals: 0 },
  ldlCholesterol: { loinc: '22748-8', display: '低密度脂蛋白胆固醇', unit: 'mmol/L', decimals: 2 },
  natriureticPeptide: { loinc: '33762-6', display: 'N末端B型钠尿肽前体', unit: 'pg/mL', decimals: 0 },
  oxygenSaturation: { loinc: '59408-5', display: '血氧饱和度', unit: '%', decimals: 0 },
  heartRate: { loinc: '8867-4', display: '心率', unit: '/min', decimals: 0 },
  temperature: { loinc: '8310-5', display: '体温', unit: 'Cel', decimals: 1 },
  bodyWeight: { loinc: '29463-7', display: '体重', unit: 'kg', decimals: 1 },
  thyrotropin: { loinc: '3016-3', display: '促甲状腺激素', unit: 'm[IU]/L', decimals: 2 },
  haemoglobin: { loinc: '718-7', display: '血红蛋白', unit: 'g/L', decimals: 0 },
} as const satisfies Record<string, DemoMeasure>;

export type DemoMeasureName = keyof typeof demoMeasures;
