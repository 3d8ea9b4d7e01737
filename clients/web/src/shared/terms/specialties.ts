/** The clinical specialties that a consultation can ask for, after the national list of departments (医疗机构诊疗科目名录), as hospitals call them. */
import { termsIn } from './term.ts';

export const specialties = termsIn(`
心血管内科|Cardiology
神经内科|Neurology
呼吸内科|Respiratory medicine
消化内科|Gastroenterology
内分泌科|Endocrinology
肾内科|Nephrology
血液内科|Haematology
风湿免疫科|Rheumatology
感染性疾病科|Infectious diseases
全科医学科|General practice
老年病科|Geriatrics
普通外科|General surgery
肝胆外科|Hepatobiliary surgery
骨科|Orthopaedics
神经外科|Neurosurgery
胸外科|Thoracic surgery
心脏大血管外科|Cardiovascular surgery
血管外科|Vascular surgery
泌尿外科|Urology
烧伤科|Burns
整形外科|Plastic surgery
妇产科|Obstetrics and gynaecology
妇科|Gynaecology
产科|Obstetrics
生殖医学科|Reproductive medicine
儿科|Paediatrics
新生儿科|Neonatology
小儿外科|Paediatric surgery
眼科|Ophthalmology
耳鼻咽喉科|Otorhinolaryngology
口腔科|Stomatology
皮肤科|Dermatology
精神心理科|Psychiatry and psychology
肿瘤科|Oncology
放射治疗科|Radiotherapy
急诊医学科|Emergency medicine
重症医学科|Intensive care
麻醉科|Anaesthesiology
疼痛科|Pain medicine
康复医学科|Rehabilitation
结核病科|Tuberculosis
职业病科|Occupational diseases
营养科|Nutrition
放射科|Radiology
超声医学科|Ultrasound
核医学科|Nuclear medicine
介入科|Interventional radiology
心电诊断科|Electrocardiography
病理科|Pathology
医学检验科|Laboratory medicine
临床药学科|Clinical pharmacy
中医科|Traditional Chinese medicine
中医骨伤科|Chinese traumatology
针灸科|Acupuncture
中西医结合科|Integrated medicine
`);
