/** Courses of disease over two years: what was diagnosed, what was measured from first to last visit, what is taken. */
import type { DemoMeasureName } from './demo-measures.ts';

export interface DemoCourse {
  /** ICD-10 code and name */
  readonly conditions: readonly (readonly [string, string])[];
  /** systolic and diastolic, first and last visit, mmHg */
  readonly bloodPressure: readonly [readonly [number, number], readonly [number, number]];
  /** first and last visit; between them the values drift */
  readonly measures: Partial<Record<DemoMeasureName, readonly [number, number]>>;
  /** generic name and dosage */
  readonly drugs: readonly (readonly [string, string])[];
  readonly allergy: readonly [string, string] | null;
}

const antihypertensives = [
  ['苯磺酸氨氯地平片 5mg', '口服，每日一次，每次5mg'],
  ['缬沙坦胶囊 80mg', '口服，每日一次，每次80mg'],
] as const;
const antianginals = [
  ['阿司匹林肠溶片 100mg', '口服，每日一次，每次100mg'],
  ['阿托伐他汀钙片 20mg', '口服，每晚一次，每次20mg'],
  ['单硝酸异山梨酯缓释片 40mg', '口服，每日一次，每次40mg'],
] as const;

export const demoCourses = {
  hypertension: {
    conditions: [['I10', '原发性高血压']],
    bloodPressure: [
      [168, 102],
      [142, 88],
    ],
    measures: { ldlCholesterol: [3.9, 2.8], creatinine: [78, 84], heartRate: [82, 74] },
    drugs: antihypertensives,
    allergy: null,
  },
  coronary: {
    conditions: [
      ['I10', '原发性高血压'],
      ['I25.1', '动脉硬化性心脏病'],
      ['E78.0', '高胆固醇血症'],
    ],
    bloodPressure: [
      [158, 94],
      [136, 82],
    ],
    measures: { ldlCholesterol: [4.1, 1.9], fastingGlucose: [6.0, 5.8], creatinine: [70, 76], heartRate: [86, 66] },
    drugs: [...antianginals, ...antihypertensives.slice(0, 1)],
    allergy: ['青霉素', '皮疹、瘙痒'],
  },
  heartFailure: {
    conditions: [
      ['I50.0', '充血性心力衰竭'],
      ['I48', '心房颤动'],
      ['I10', '原发性高血压'],
    ],
    bloodPressure: [
      [150, 92],
      [118, 72],
    ],
    measures: { natriureticPeptide: [4860, 1320], heartRate: [112, 78], creatinine: [96, 118], bodyWeight: [66, 61.5] },
    drugs: [
      ['呋塞米片 20mg', '口服，每日一次，每次20mg'],
      ['沙库巴曲缬沙坦钠片 50mg', '口服，每日两次，每次50mg'],
      ['利伐沙班片 15mg', '口服，每日一次，每次15mg'],
    ],
    allergy: null,
  },
  diabetes: {
    conditions: [
      ['E11.9', '2型糖尿病'],
      ['E78.5', '高脂血症'],
    ],
    bloodPressure: [
      [138, 86],
      [130, 80],
    ],
    measures: {
      fastingGlucose: [11.8, 7.2],
      glycatedHaemoglobin: [9.6, 7.1],
      ldlCholesterol: [3.7, 2.4],
      creatinine: [64, 66],
    },
    drugs: [
      ['盐酸二甲双胍片 0.5g', '口服，每日三次，每次0.5g，餐中服'],
      ['达格列净片 10mg', '口服，每日一次，每次10mg'],
    ],
    allergy: ['磺胺类药物', '药物热'],
  },
  diabeticKidney: {
    conditions: [
      ['E11.2', '2型糖尿病伴肾的并发症'],
      ['N18.3', '慢性肾脏病3期'],
      ['I10', '原发性高血压'],
    ],
    bloodPressure: [
      [162, 96],
      [146, 88],
    ],
    measures: {
      fastingGlucose: [10.4, 8.3],
      glycatedHaemoglobin: [8.9, 7.8],
      creatinine: [128, 187],
      filtrationRate: [52, 33],
      haemoglobin: [126, 104],
    },
    drugs: [
      ['甘精胰岛素注射液', '皮下注射，每晚睡前16单位'],
      ['厄贝沙坦片 150mg', '口服，每日一次，每次150mg'],
    ],
    allergy: null,
  },
  copd: {
    conditions: [['J44.9', '慢性阻塞性肺疾病']],
    bloodPressure: [
      [134, 80],
      [132, 78],
    ],
    measures: { oxygenSaturation: [93, 90], heartRate: [84, 96], bodyWeight: [58, 54] },
    drugs: [
      ['噻托溴铵粉吸入剂 18μg', '吸入，每日一次'],
      ['布地奈德福莫特罗粉吸入剂', '吸入，每日两次，每次1吸'],
    ],
    allergy: ['头孢类抗生素', '荨麻疹'],
  },
  stroke: {
    conditions: [
      ['I63.9', '脑梗死'],
      ['I10', '原发性高血压'],
    ],
    bloodPressure: [
      [172, 104],
      [138, 84],
    ],
    measures: { ldlCholesterol: [3.8, 1.8], fastingGlucose: [6.4, 6.0], heartRate: [80, 72] },
    drugs: [
      ['硫酸氢氯吡格雷片 75mg', '口服，每日一次，每次75mg'],
      ['瑞舒伐他汀钙片 10mg', '口服，每晚一次，每次10mg'],
      ...antihypertensives,
    ],
    allergy: null,
  },
  childAsthma: {
    conditions: [
      ['J45.9', '支气管哮喘'],
      ['J30.4', '变应性鼻炎'],
    ],
    bloodPressure: [
      [96, 60],
      [98, 62],
    ],
    measures: { oxygenSaturation: [95, 98], heartRate: [118, 98], bodyWeight: [17, 21] },
    drugs: [
      ['丙酸氟替卡松吸入气雾剂 50μg', '经储雾罐吸入，每日两次，每次1揿'],
      ['孟鲁司特钠咀嚼片 4mg', '口服，每晚一次，每次4mg'],
    ],
    allergy: ['屋尘螨', '喷嚏、喘息'],
  },
  childPneumonia: {
    conditions: [['J18.0', '支气管肺炎']],
    bloodPressure: [
      [94, 58],
      [96, 60],
    ],
    measures: { temperature: [39.1, 36.7], oxygenSaturation: [93, 98], heartRate: [136, 96], bodyWeight: [16, 20] },
    drugs: [['阿莫西林克拉维酸钾干混悬剂', '口服，每日三次，每次228.5mg']],
    allergy: null,
  },
  pregnancy: {
    conditions: [['O13', '妊娠期高血压']],
    bloodPressure: [
      [118, 74],
      [148, 94],
    ],
    measures: { haemoglobin: [122, 106], bodyWeight: [58, 71.5], fastingGlucose: [4.6, 4.9] },
    drugs: [
      ['盐酸拉贝洛尔片 100mg', '口服，每日三次，每次100mg'],
      ['硫酸亚铁片 0.3g', '口服，每日一次，每次0.3g'],
    ],
    allergy: null,
  },
  lungNodule: {
    conditions: [
      ['R91', '肺部结节，诊断性影像检查异常所见'],
      ['J42', '慢性支气管炎'],
    ],
    bloodPressure: [
      [128, 80],
      [126, 78],
    ],
    measures: { oxygenSaturation: [97, 96], haemoglobin: [146, 141], bodyWeight: [72, 69] },
    drugs: [['盐酸氨溴索片 30mg', '口服，每日三次，每次30mg']],
    allergy: ['碘对比剂', '恶心、面部潮红'],
  },
  hyperthyroid: {
    conditions: [['E05.0', '甲状腺毒症伴有弥漫性甲状腺肿']],
    bloodPressure: [
      [132, 72],
      [118, 70],
    ],
    measures: { thyrotropin: [0.01, 0.42], heartRate: [116, 80], bodyWeight: [49, 54] },
    drugs: [
      ['甲巯咪唑片 10mg', '口服，每日一次，每次10mg'],
      ['盐酸普萘洛尔片 10mg', '口服，每日三次，每次10mg'],
    ],
    allergy: null,
  },
  gastric: {
    conditions: [
      ['K25.9', '胃溃疡'],
      ['B98.0', '幽门螺杆菌感染'],
    ],
    bloodPressure: [
      [118, 76],
      [120, 76],
    ],
    measures: { haemoglobin: [98, 128], heartRate: [92, 74], bodyWeight: [60, 63] },
    drugs: [
      ['艾司奥美拉唑镁肠溶片 20mg', '口服，每日两次，每次20mg，餐前'],
      ['枸橼酸铋钾胶囊 0.3g', '口服，每日两次，每次0.6g'],
    ],
    allergy: ['克拉霉素', '腹泻、皮疹'],
  },
  arthritis: {
    conditions: [['M17.0', '双侧原发性膝关节病']],
    bloodPressure: [
      [136, 82],
      [134, 80],
    ],
    measures: { bodyWeight: [74, 72], creatinine: [68, 71] },
    drugs: [['塞来昔布胶囊 0.2g', '口服，每日一次，每次0.2g']],
    allergy: null,
  },
  depression: {
    conditions: [['F32.1', '中度抑郁发作']],
    bloodPressure: [
      [108, 68],
      [112, 70],
    ],
    measures: { bodyWeight: [52, 47], thyrotropin: [2.1, 2.3] },
    drugs: [['盐酸舍曲林片 50mg', '口服，每日一次，每次50mg，早餐后']],
    allergy: null,
  },
  psoriasis: {
    conditions: [['L40.0', '寻常型银屑病']],
    bloodPressure: [
      [122, 78],
      [120, 76],
    ],
    measures: { bodyWeight: [63, 64], creatinine: [58, 60] },
    drugs: [['卡泊三醇软膏', '外用，每日两次，涂于患处']],
    allergy: null,
  },
} as const satisfies Record<string, DemoCourse>;

export type DemoCourseName = keyof typeof demoCourses;
