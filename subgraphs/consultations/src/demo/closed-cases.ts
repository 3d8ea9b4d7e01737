/** Demo consultations that are over: completed ones with signed opinions, and cancelled ones with the reason. */
import { day, hour, type DemoCase } from './demo-case.ts';
import { accepts, concludes, dispatched, does, signs } from './demo-step.ts';

// oxfmt-ignore
export const closedCases: readonly DemoCase[] = [
  {
    patient: 1, requester: 1, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I25.1',
    reason: '反复胸闷三个月，请明确诊断并制定治疗方案',
    summary: '女，68岁，高血压八年。三个月来上坡时胸闷，休息三至五分钟缓解，每周约三次。血压158/94mmHg，低密度脂蛋白胆固醇4.1mmol/L，空腹血糖6.0mmol/L，心电图V4至V6导联T波低平。青霉素过敏。',
    minutesAgo: 30 * day, status: 'COMPLETED',
    steps: [
      ...dispatched(1, 2), accepts(7, 1), does(40, 'START'), does(62, 'END'),
      signs(75, 1, ['稳定性冠心病，劳力性心绞痛；原发性高血压2级', 'I25.1', '阿司匹林100mg每日一次，阿托伐他汀20mg每晚一次，单硝酸异山梨酯缓释片40mg每日一次，氨氯地平5mg每日一次。四周复查血脂、肝酶。静息痛或发作超过20分钟立即转诊。']),
      concludes(110, '同意专家意见，诊断稳定性冠心病、高血压2级。已按方案开始治疗，预约四周后复查血脂和肝酶，已向患者交代急救指征。'),
    ],
  },
  {
    patient: 8, requester: 3, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '妇产科', diseaseCode: 'O13',
    reason: '孕31周血压升高，请排除子痫前期并指导用药',
    summary: '女，孕2产1，孕31周。两次血压148/94、146/92mmHg，间隔四小时，无头痛、视物模糊和上腹痛。尿蛋白阴性，血红蛋白106g/L，血小板186×10⁹/L，胎心142次/分。',
    minutesAgo: 20 * day, status: 'COMPLETED',
    steps: [
      ...dispatched(10), accepts(6, 10), does(18, 'START'), does(37, 'END'),
      signs(44, 10, ['妊娠期高血压，目前无重度特征；轻度贫血', 'O13', '拉贝洛尔100mg每日三次，目标130至135/80至85mmHg；每日自测血压和胎动，每周查尿蛋白、血小板、肝酶；出现头痛、视物异常、上腹痛或血压达160/110mmHg立即转诊。继续补铁。']),
      concludes(80, '诊断妊娠期高血压。已用拉贝洛尔并完成自测宣教，每周随访，达到转诊指征时联系上级医院绿色通道。'),
    ],
  },
  {
    patient: 9, requester: 2, kind: 'MULTIDISCIPLINARY', urgency: 'ROUTINE', specialty: '肿瘤科', diseaseCode: 'R91',
    reason: '左肺下叶结节性质待定，请放射科与肿瘤科共同会诊',
    summary: '男，50岁，慢性支气管炎，吸烟二十五年。体检CT示左肺下叶9mm实性结节，边缘毛糙，无钙化。三个月内体重下降3kg，癌胚抗原4.8ng/mL。碘对比剂不良反应史。',
    minutesAgo: 14 * day, status: 'COMPLETED',
    steps: [
      ...dispatched(7, 13), accepts(12, 7), accepts(14, 13), does(120, 'START'), does(158, 'END'),
      signs(170, 7, ['左肺下叶实性结节，影像倾向炎性肉芽肿', 'R91', '抗感染治疗两周后四至六周复查薄层CT；若无缩小再行进一步检查。']),
      signs(186, 13, ['左肺下叶结节，周围型肺癌可能', 'C34.3', '边缘毛糙且体重下降，建议尽早行PET-CT或穿刺活检，不宜等待六周。']),
      concludes(240, '两位专家意见不一致：炎性肉芽肿或周围型肺癌待定。与患者及家属沟通后，选择两周内到上级医院行PET-CT检查，结果回报后补充结论。'),
      {
        minute: 9 * day, action: 'AMEND', by: 'expert', expert: 7, note: '收到PET-CT结果后修订意见',
        opinion: { diagnosis: '左肺下叶结节，代谢增高，周围型肺癌可能性大', diseaseCode: 'C34.3', advice: 'PET-CT示结节代谢增高（SUVmax 6.1），同意肿瘤科意见，建议胸外科就诊。' },
      },
    ],
  },
  {
    patient: 29, requester: 20, kind: 'EMERGENCY', urgency: 'CRITICAL', specialty: '神经内科', diseaseCode: 'I63.9',
    reason: '急性左侧偏瘫80分钟，头颅CT未见出血，请指导溶栓',
    summary: '男，81岁，脑梗死史、高血压。突发左侧肢体无力80分钟。血压172/98mmHg，血糖6.0mmol/L，NIHSS评分12分，头颅CT平扫未见出血和大片低密度。未服抗凝药，三个月内无手术和卒中。',
    minutesAgo: 6 * day, status: 'COMPLETED',
    steps: [
      ...dispatched(3, 14), accepts(5, 3), does(6, 'START'), does(31, 'END'),
      signs(34, 3, ['急性缺血性脑卒中，右侧大脑中动脉供血区', 'I63.9', '起病4.5小时内，无绝对禁忌，建议阿替普酶0.9mg/kg静脉溶栓，溶栓前血压控制在185/110mmHg以下；24小时内不用抗血小板药，每15分钟监测神经功能和血压。']),
      concludes(52, '按专家意见于起病约2小时开始阿替普酶静脉溶栓，过程平稳，一小时后NIHSS评分降至6分，转入县医院卒中单元监护。'),
    ],
  },
  {
    patient: 18, requester: 9, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '儿科', diseaseCode: 'J18.0',
    reason: '儿童肺炎高热三天，请评估是否需要住院和调整抗生素',
    summary: '女童，7岁，父亲陪同。发热三天，最高39.1℃，咳嗽有痰。呼吸32次/分，心率136次/分，血氧饱和度93%，右下肺细湿啰音，无三凹征。阿莫西林克拉维酸钾已用48小时。',
    minutesAgo: 11 * day, status: 'COMPLETED',
    steps: [
      ...dispatched(6), accepts(5, 6), does(12, 'START'), does(30, 'END'),
      signs(36, 6, ['支气管肺炎，支原体感染待排', 'J18.0', '血氧低于94%，建议住院吸氧；查支原体核酸和胸片，可加用阿奇霉素10mg/kg每日一次，三天；注意脱水和呼吸频率。']),
      concludes(70, '同意住院治疗，已联系县医院儿科收治，吸氧下血氧96%，监护人知情同意。'),
    ],
  },
  {
    patient: 14, requester: 6, kind: 'CONSULTATION', urgency: 'ROUTINE', specialty: '心血管内科', diseaseCode: 'I10',
    reason: '血压波动大，请指导用药',
    summary: '女，73岁，高血压病史二十年，近期血压波动于130至165/80至95mmHg，无头痛胸闷，规律服药。',
    minutesAgo: 4 * day, status: 'CANCELLED',
    steps: [
      ...dispatched(),
      { minute: 11, action: 'CANCEL', by: 'requester', note: '发现患者漏服药物，恢复规律服药后血压达标，暂不需会诊' },
    ],
  },
  {
    patient: 23, requester: 14, kind: 'CONSULTATION', urgency: 'URGENT', specialty: '心血管内科', diseaseCode: 'I50.0',
    reason: '心衰加重，夜间不能平卧，请指导利尿治疗',
    summary: '男，71岁，慢性心衰、房颤。两天来夜间不能平卧，双下肢水肿。血压150/92mmHg，心率112次/分，血氧饱和度91%，双肺底湿啰音，NT-proBNP 4860pg/mL。',
    minutesAgo: 2 * day + 5 * hour, status: 'CANCELLED',
    steps: [
      ...dispatched(2, 1), accepts(8, 2),
      { minute: 21, action: 'CANCEL', by: 'coordinator', closeReason: 'TRANSFERRED_OFFLINE', note: '病情加重，已由救护车转往县医院急诊' },
    ],
  },
];
