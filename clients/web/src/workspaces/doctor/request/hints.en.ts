/** What experts of a specialty want to see, in English. */
export const words: Readonly<Record<string, string>> = {
  title: '{{specialty}}: what experts want to see',
  duty: '{{specialty}}: online now',
  chooseFirst: 'Choose a specialty to see what its experts want to know, and who is online.',
  none: 'No expert of this specialty is on the platform yet; the centre arranges it.',
  away: 'Nobody is online just now. The centre alerts them when you submit.',
  any: 'Complaint and course, history, drugs and allergies, findings, recent results, treatment so far and its effect.',
  心血管内科:
    'Blood pressure and heart rate of 3 months, ECG, creatinine and potassium, lipids, kind and length of chest pain, drugs.',
  神经内科:
    'Time of onset, consciousness, strength of the limbs, speech, CT or MRI of the head, blood pressure and glucose, anticoagulants.',
  呼吸内科: 'Oxygen saturation and respiratory rate, chest film or CT, blood count and CRP, smoking, oxygen given.',
  消化内科: 'Place and kind of the pain, colour of the stool, haemoglobin, liver tests, endoscopy or ultrasound.',
  内分泌科:
    'Fasting and later glucose of 3 months, HbA1c, kidney function, drugs and doses; for the thyroid TSH and FT4.',
  肾内科:
    'Course of creatinine and filtration rate, urine and protein, potassium, blood pressure, urine in 24 hours, ultrasound.',
  血液内科: 'Course of the blood count, bleeding and fever, coagulation, marrow.',
  儿科: 'Age (in months) and weight, course of temperature, alertness and feeding, respiratory rate, blood count; a guardian present.',
  妇产科:
    'Last period or week of pregnancy, blood pressure and protein, bleeding, ultrasound, haemoglobin, fetal heart.',
  骨科: 'How and when it happened, films in two planes, circulation and feeling, bearing of weight.',
  神经外科: 'Time of injury or onset, GCS, pupils, CT of the head, coagulation.',
  普通外科: 'Abdominal signs, temperature and blood count, ultrasound or CT, last meal.',
  皮肤科: 'Photographs (near and far, with a scale), onset and change, itch or pain, what was applied.',
  肿瘤科: 'Pathology, staging images, treatment before, performance status, liver and kidney function.',
  急诊医学科:
    'Vital signs (pressure, heart, breathing, oxygen, temperature), consciousness, time of onset, drugs given and effect.',
  重症医学科: 'Vital signs, blood gases and lactate, urine, vasoactive drugs and doses, ventilator settings.',
  放射科: 'The images themselves (DICOM), why they were made, symptoms, earlier films to compare.',
  精神心理科:
    'Main symptoms and since when, sleep, thoughts of harm to self or others, drugs, who is with the patient.',
  感染性疾病科:
    'Course of temperature, blood count and procalcitonin, contacts and travel, cultures, antibiotics so far.',
  中医科: 'Main complaint and course, a photograph of the tongue, pulse, appetite, sleep, western diagnosis and drugs.',
};
