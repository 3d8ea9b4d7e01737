/** Which words of medicine occur in a text and are explained: keys of the words, in the order in which the text has them. */
const known = [
  ['stableCad', /稳定性冠心病/],
  ['cad', /(?<!稳定性)冠心病|动脉硬化性心脏病/],
  ['exertionalAngina', /劳力性心绞痛/],
  ['angina', /(?<!劳力性)心绞痛/],
  ['hypertension', /高血压/],
  ['gestational', /妊娠期高血压/],
  ['heartFailure', /心衰|心力衰竭/],
  ['atrialFibrillation', /房颤|心房颤动/],
  ['stroke', /脑梗死|脑卒中/],
  ['thrombolysis', /溶栓/],
  ['copd', /慢阻肺|慢性阻塞性肺/],
  ['pneumonia', /肺炎/],
  ['asthma', /哮喘/],
  ['nodule', /结节/],
  ['diabetes', /糖尿病/],
  ['insulin', /胰岛素/],
  ['kidneyDisease', /慢性肾脏病|糖尿病肾病/],
  ['hyperthyroid', /甲亢|甲状腺毒症|甲状腺肿/],
  ['anaemia', /贫血/],
  ['lipids', /血脂/],
  ['ldl', /低密度脂蛋白/],
  ['liverEnzymes', /肝酶|肝功能/],
  ['creatinine', /血?肌酐/],
  ['hba1c', /糖化血红蛋白/],
  ['ecg', /心电图/],
  ['ct', /CT(?!A)/],
  ['petct', /PET-CT/],
  ['biopsy', /活检|穿刺/],
  ['contrast', /造影剂|对比剂/],
  ['aspirin', /阿司匹林/],
  ['statin', /他汀/],
  ['nitrate', /硝酸异山梨酯|硝酸甘油/],
  ['amlodipine', /氨氯地平/],
  ['antibiotic', /抗生素|抗感染|阿奇霉素|阿莫西林/],
  ['restingPain', /静息痛/],
  ['referral', /转诊/],
  ['followUp', /随访/],
  ['recheck', /复查/],
] as const;

export type Term = (typeof known)[number][0];

export function termsIn(text: string): readonly Term[] {
  return known
    .map(([term, pattern]) => ({ term, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)
    .map(({ term }) => term);
}
