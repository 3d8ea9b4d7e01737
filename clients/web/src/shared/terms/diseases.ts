/** The categories of ICD-10 that clinics meet most often, by their three characters; any other valid code can be typed. */
import { termsIn } from './term.ts';

export const diseases = termsIn(`
A09|感染性腹泻和胃肠炎|Infectious gastroenteritis and colitis
A15|呼吸道结核|Respiratory tuberculosis
A16|呼吸道结核，未经证实|Respiratory tuberculosis, not confirmed
A23|布鲁氏菌病|Brucellosis
A41|脓毒症|Sepsis
A49|细菌性感染|Bacterial infection
A53|梅毒|Syphilis
A98|肾综合征出血热|Haemorrhagic fever with renal syndrome
B00|单纯疱疹|Herpes simplex
B01|水痘|Varicella
B02|带状疱疹|Herpes zoster
B08|手足口病等皮肤黏膜病毒感染|Hand, foot and mouth disease and similar
B15|急性甲型肝炎|Acute hepatitis A
B18|慢性病毒性肝炎|Chronic viral hepatitis
B20|人类免疫缺陷病毒病|HIV disease
B26|流行性腮腺炎|Mumps
B34|病毒感染|Viral infection
B35|皮肤癣菌病|Dermatophytosis
C15|食管恶性肿瘤|Cancer of oesophagus
C16|胃恶性肿瘤|Cancer of stomach
C18|结肠恶性肿瘤|Cancer of colon
C20|直肠恶性肿瘤|Cancer of rectum
C22|肝恶性肿瘤|Cancer of liver
C25|胰腺恶性肿瘤|Cancer of pancreas
C34|支气管和肺恶性肿瘤|Cancer of bronchus and lung
C50|乳房恶性肿瘤|Cancer of breast
C53|宫颈恶性肿瘤|Cancer of cervix
C61|前列腺恶性肿瘤|Cancer of prostate
C67|膀胱恶性肿瘤|Cancer of bladder
C73|甲状腺恶性肿瘤|Cancer of thyroid
C85|非霍奇金淋巴瘤|Non-Hodgkin lymphoma
C95|白血病|Leukaemia
D25|子宫平滑肌瘤|Leiomyoma of uterus
D50|缺铁性贫血|Iron deficiency anaemia
D64|贫血|Anaemia
D69|紫癜和血小板减少|Purpura and thrombocytopenia
E03|甲状腺功能减退症|Hypothyroidism
E04|非毒性甲状腺肿|Nontoxic goitre
E05|甲状腺毒症（甲亢）|Thyrotoxicosis
E06|甲状腺炎|Thyroiditis
E10|1型糖尿病|Type 1 diabetes mellitus
E11|2型糖尿病|Type 2 diabetes mellitus
E14|糖尿病|Diabetes mellitus
E16|低血糖|Hypoglycaemia
E66|肥胖症|Obesity
E78|脂蛋白代谢紊乱和高脂血症|Disorders of lipoprotein metabolism
E79|高尿酸血症|Hyperuricaemia
E86|血容量不足|Volume depletion
E87|水电解质和酸碱平衡紊乱|Disorders of fluid, electrolyte and acid-base balance
F03|痴呆|Dementia
F10|酒精所致精神障碍|Mental disorders due to alcohol
F20|精神分裂症|Schizophrenia
F31|双相情感障碍|Bipolar affective disorder
F32|抑郁发作|Depressive episode
F41|焦虑障碍|Anxiety disorders
F51|非器质性睡眠障碍|Nonorganic sleep disorders
G20|帕金森病|Parkinson disease
G30|阿尔茨海默病|Alzheimer disease
G40|癫痫|Epilepsy
G43|偏头痛|Migraine
G44|头痛综合征|Headache syndromes
G45|短暂性脑缺血发作|Transient cerebral ischaemic attacks
G47|睡眠障碍|Sleep disorders
G50|三叉神经痛|Trigeminal neuralgia
G51|面神经麻痹|Facial nerve disorders
G62|多发性神经病|Polyneuropathy
G81|偏瘫|Hemiplegia
H10|结膜炎|Conjunctivitis
H25|老年性白内障|Senile cataract
H35|视网膜病变|Retinal disorders
H40|青光眼|Glaucoma
H66|中耳炎|Otitis media
H81|眩晕和前庭功能障碍|Vertigo and vestibular disorders
H91|听力减退|Hearing loss
I05|风湿性二尖瓣病|Rheumatic mitral valve disease
I10|原发性高血压|Essential hypertension
I11|高血压性心脏病|Hypertensive heart disease
I12|高血压性肾病|Hypertensive renal disease
I15|继发性高血压|Secondary hypertension
I20|心绞痛|Angina pectoris
I21|急性心肌梗死|Acute myocardial infarction
I25|慢性缺血性心脏病|Chronic ischaemic heart disease
I26|肺栓塞|Pulmonary embolism
I27|肺源性心脏病|Pulmonary heart disease
I30|急性心包炎|Acute pericarditis
I34|二尖瓣疾患|Mitral valve disorders
I35|主动脉瓣疾患|Aortic valve disorders
I40|急性心肌炎|Acute myocarditis
I42|心肌病|Cardiomyopathy
I44|房室传导阻滞|Atrioventricular block
I47|阵发性心动过速|Paroxysmal tachycardia
I48|心房颤动和扑动|Atrial fibrillation and flutter
I49|心律失常|Cardiac arrhythmias
I50|心力衰竭|Heart failure
I60|蛛网膜下出血|Subarachnoid haemorrhage
I61|脑出血|Intracerebral haemorrhage
I63|脑梗死|Cerebral infarction
I64|脑卒中|Stroke
I67|脑血管疾病|Cerebrovascular diseases
I69|脑血管病后遗症|Sequelae of cerebrovascular disease
I70|动脉粥样硬化|Atherosclerosis
I71|主动脉瘤和夹层|Aortic aneurysm and dissection
I80|静脉炎和血栓性静脉炎|Phlebitis and thrombophlebitis
I83|下肢静脉曲张|Varicose veins of lower extremities
I84|痔|Haemorrhoids
I95|低血压|Hypotension
J00|急性鼻咽炎（感冒）|Acute nasopharyngitis
J02|急性咽炎|Acute pharyngitis
J03|急性扁桃体炎|Acute tonsillitis
J06|急性上呼吸道感染|Acute upper respiratory infections
J10|流行性感冒|Influenza
J18|肺炎|Pneumonia
J20|急性支气管炎|Acute bronchitis
J30|变应性鼻炎|Allergic rhinitis
J32|慢性鼻窦炎|Chronic sinusitis
J42|慢性支气管炎|Chronic bronchitis
J43|肺气肿|Emphysema
J44|慢性阻塞性肺疾病|Chronic obstructive pulmonary disease
J45|哮喘|Asthma
J47|支气管扩张|Bronchiectasis
J60|煤工尘肺|Coal worker pneumoconiosis
J62|矽肺|Silicosis
J84|间质性肺疾病|Interstitial pulmonary diseases
J90|胸腔积液|Pleural effusion
J93|气胸|Pneumothorax
J96|呼吸衰竭|Respiratory failure
K02|龋病|Dental caries
K04|牙髓和根尖周组织疾病|Diseases of pulp and periapical tissues
K05|牙龈炎和牙周病|Gingivitis and periodontal diseases
K21|胃食管反流病|Gastro-oesophageal reflux disease
K25|胃溃疡|Gastric ulcer
K26|十二指肠溃疡|Duodenal ulcer
K29|胃炎和十二指肠炎|Gastritis and duodenitis
K35|急性阑尾炎|Acute appendicitis
K40|腹股沟疝|Inguinal hernia
K51|溃疡性结肠炎|Ulcerative colitis
K52|非感染性胃肠炎|Noninfective gastroenteritis
K56|肠梗阻|Ileus and intestinal obstruction
K58|肠易激综合征|Irritable bowel syndrome
K59|功能性肠病（便秘）|Functional intestinal disorders
K70|酒精性肝病|Alcoholic liver disease
K74|肝纤维化和肝硬化|Fibrosis and cirrhosis of liver
K76|脂肪肝等肝病|Fatty liver and other liver diseases
K80|胆石症|Cholelithiasis
K81|胆囊炎|Cholecystitis
K85|急性胰腺炎|Acute pancreatitis
K92|消化道出血|Gastrointestinal bleeding
L02|皮肤脓肿和疖|Cutaneous abscess and furuncle
L03|蜂窝织炎|Cellulitis
L20|特应性皮炎|Atopic dermatitis
L30|湿疹和皮炎|Eczema and dermatitis
L40|银屑病|Psoriasis
L50|荨麻疹|Urticaria
L70|痤疮|Acne
L89|压力性损伤|Pressure ulcer
M05|类风湿关节炎|Rheumatoid arthritis
M10|痛风|Gout
M17|膝关节病|Gonarthrosis
M32|系统性红斑狼疮|Systemic lupus erythematosus
M45|强直性脊柱炎|Ankylosing spondylitis
M47|脊椎关节病|Spondylosis
M48|椎管狭窄|Spinal stenosis
M50|颈椎间盘疾患|Cervical disc disorders
M51|腰椎间盘疾患|Lumbar disc disorders
M54|背痛|Dorsalgia
M75|肩周炎等肩损害|Shoulder lesions
M80|骨质疏松伴病理性骨折|Osteoporosis with pathological fracture
M81|骨质疏松|Osteoporosis
N03|慢性肾炎综合征|Chronic nephritic syndrome
N04|肾病综合征|Nephrotic syndrome
N10|急性肾盂肾炎|Acute pyelonephritis
N17|急性肾衰竭|Acute renal failure
N18|慢性肾脏病|Chronic kidney disease
N20|肾和输尿管结石|Calculus of kidney and ureter
N30|膀胱炎|Cystitis
N39|泌尿道感染|Urinary tract infection
N40|前列腺增生|Hyperplasia of prostate
N60|乳腺增生|Mammary dysplasia
N70|输卵管炎和卵巢炎|Salpingitis and oophoritis
N76|阴道炎|Vaginitis
N80|子宫内膜异位症|Endometriosis
N92|月经过多和不规则|Excessive and irregular menstruation
N95|绝经期疾患|Menopausal disorders
O00|异位妊娠|Ectopic pregnancy
O03|自然流产|Spontaneous abortion
O13|妊娠期高血压|Gestational hypertension
O14|子痫前期|Pre-eclampsia
O20|先兆流产|Threatened abortion
O21|妊娠剧吐|Excessive vomiting in pregnancy
O24|妊娠期糖尿病|Diabetes in pregnancy
O72|产后出血|Postpartum haemorrhage
P22|新生儿呼吸窘迫|Respiratory distress of newborn
P59|新生儿黄疸|Neonatal jaundice
Q21|先天性心间隔畸形|Congenital malformations of cardiac septa
R00|心悸和心搏异常|Palpitations and abnormal heart beat
R05|咳嗽|Cough
R06|呼吸困难|Dyspnoea
R07|胸痛|Chest pain
R10|腹痛|Abdominal pain
R11|恶心和呕吐|Nausea and vomiting
R31|血尿|Haematuria
R42|头晕|Dizziness
R50|发热|Fever
R51|头痛|Headache
R55|晕厥|Syncope
R56|惊厥|Convulsions
R57|休克|Shock
R91|肺部影像异常|Abnormal findings on lung imaging
S06|颅脑损伤|Intracranial injury
S22|肋骨和胸椎骨折|Fracture of rib and thoracic spine
S32|腰椎和骨盆骨折|Fracture of lumbar spine and pelvis
S42|肩和上臂骨折|Fracture of shoulder and upper arm
S52|前臂骨折|Fracture of forearm
S72|股骨骨折|Fracture of femur
S82|小腿骨折|Fracture of lower leg
T14|损伤|Injury
T30|烧伤|Burn
T60|农药中毒|Poisoning by pesticides
T63|毒蛇咬伤等|Toxic effect of venomous animals
T78|过敏反应|Allergic reaction
Z34|正常妊娠监督|Supervision of normal pregnancy
`);
