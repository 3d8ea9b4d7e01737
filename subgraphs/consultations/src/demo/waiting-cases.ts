/** Demo consultations that nobody has taken yet: drafts, under review, returned, pending. */
import { day, hour, type DemoCase } from './demo-case.ts';
import { declines, dispatched, does, invites, returns } from './demo-step.ts';

// oxfmt-ignore
export const waitingCases: readonly DemoCase[] = [
  {
    patient: 1, requester: 1, kind: 'FOLLOW_UP', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I25.1',
    reason: '冠心病用药三个月后复诊，请指导降压和调脂方案的调整',
    summary: '女，68岁，高血压、冠心病病史。规律服用阿司匹林、阿托伐他汀、氨氯地平三个月，胸闷发作由每周三次减至每月一次。今日血压136/82mmHg，心率66次/分，低密度脂蛋白胆固醇1.9mmol/L。',
    minutesAgo: 5 * hour, status: 'DRAFT', steps: [],
  },
  {
    patient: 3, requester: 2, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '内分泌科', diseaseCode: 'E11.9',
    reason: '血糖控制已近目标，但餐后血糖仍高，是否需要加用药物',
    summary: '女，2型糖尿病两年，二甲双胍加达格列净。空腹血糖7.2mmol/L，糖化血红蛋白7.1%，餐后两小时血糖12mmol/L左右，无低血糖。',
    minutesAgo: 26 * hour, status: 'DRAFT', steps: [],
  },
  {
    patient: 12, requester: 4, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '骨科', diseaseCode: 'M17.0',
    reason: '双膝疼痛加重，请评估是否具备关节置换指征',
    summary: '女，70岁，双膝疼痛六年，近半年上下楼困难，夜间静息痛。查体右膝内翻约10度，活动度5至100度，浮髌试验阴性。塞来昔布效果减退，无消化道出血史。',
    minutesAgo: 35, status: 'UNDER_REVIEW', steps: [does(2, 'SUBMIT')],
  },
  {
    patient: 16, requester: 7, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '精神心理科', diseaseCode: 'F32.1',
    reason: '抑郁症状加重伴体重下降，请评估自伤风险和用药',
    summary: '女，31岁，中度抑郁发作，舍曲林50mg治疗六周。近两周早醒、食欲差，体重由52kg降至47kg，承认有消极想法，否认具体计划，家属陪护中。PHQ-9评分19分。',
    minutesAgo: 12, status: 'UNDER_REVIEW', steps: [does(1, 'SUBMIT')],
  },
  {
    patient: 13, requester: 5, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '消化内科', diseaseCode: 'K25.9',
    reason: '胃溃疡根除治疗后仍有上腹痛，请指导下一步检查',
    summary: '男，43岁，胃溃疡伴幽门螺杆菌感染，四联疗法十四天后停药一个月，近一周空腹时上腹隐痛，无黑便。血红蛋白128g/L。',
    minutesAgo: 3 * hour, status: 'RETURNED',
    steps: [does(3, 'SUBMIT'), returns(25, '请补充停药四周后的碳13呼气试验结果和既往胃镜报告，再提交。')],
  },
  {
    patient: 21, requester: 13, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I10',
    reason: '血压控制不佳，请调整降压方案',
    summary: '男，59岁，高血压病史，服用氨氯地平和缬沙坦，家庭自测血压多在145/90mmHg上下。',
    minutesAgo: 2 * day, status: 'RETURNED',
    steps: [does(4, 'SUBMIT'), returns(41, '请补充七天家庭血压记录、血钾和尿常规；打鼾情况请一并写明。')],
  },
  {
    patient: 2, requester: 1, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I10',
    reason: '两种降压药联用后血压仍未达标，请指导调整',
    summary: '男，64岁，高血压十年。氨氯地平5mg加缬沙坦80mg，每日一次，依从性好。近两周血压142至150/88至92mmHg，心率74次/分。血肌酐84μmol/L，低密度脂蛋白胆固醇2.8mmol/L。心电图窦性心律，左室高电压。',
    minutesAgo: 7, status: 'PENDING', steps: dispatched(1, 2),
  },
  {
    patient: 4, requester: 3, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '呼吸内科', diseaseCode: 'J44.1',
    reason: '慢阻肺急性加重，请指导氧疗、激素和抗感染方案',
    summary: '男，75岁，慢阻肺十二年。三天来咳嗽、黄痰、气促加重。体温37.9℃，呼吸26次/分，血压132/78mmHg，心率96次/分，未吸氧血氧饱和度90%，双肺散在哮鸣音。头孢类过敏（荨麻疹）。',
    minutesAgo: 6, status: 'PENDING', steps: dispatched(),
  },
  {
    patient: 7, requester: 2, kind: 'EMERGENCY', urgency: 'CRITICAL', specialty: '神经内科', diseaseCode: 'I63.9',
    reason: '突发言语不清、右侧肢体无力50分钟，请判断能否静脉溶栓',
    summary: '男，57岁，脑梗死史、高血压。今日突发言语不清伴右侧肢体无力，起病50分钟到院。神志清，血压168/96mmHg，血糖6.4mmol/L，右上肢肌力2级、右下肢3级，NIHSS评分9分。两年内无出血史，平日服氯吡格雷。',
    minutesAgo: 4, status: 'PENDING', steps: dispatched(3, 14),
  },
  {
    patient: 15, requester: 8, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I25.1',
    reason: '劳力性胸闷较前频繁，请评估是否需要冠脉造影',
    summary: '男，67岁，冠心病、高血压、高胆固醇血症。近两周快走200米即胸闷，休息三分钟缓解，每周四至五次。心电图V4至V6导联ST段压低0.05mV。青霉素过敏。',
    minutesAgo: 65, status: 'PENDING',
    steps: [
      ...dispatched(1, 2),
      declines(9, 2, ['INSUFFICIENT_INFORMATION', '请补充肌钙蛋白和近期心脏超声']),
      { minute: 18, action: 'EXPIRE', by: 'system', expert: 1 },
      invites(58, 2),
    ],
  },
];
