/** What a word on a patient's paper would give away. */
export const revealingKinds = ['condition', 'product', 'specialty', 'treatment', 'dose', 'birth-date', 'record-number', 'insurer', 'own'] as const
export type RevealingKind = (typeof revealingKinds)[number]

/** The kinds that are known by words; doses and the practice's own are found otherwise. */
export const wordKinds = ['condition', 'product', 'specialty', 'treatment', 'birth-date', 'record-number', 'insurer'] as const satisfies readonly RevealingKind[]
type Words = Readonly<Record<(typeof wordKinds)[number], string>>

/**
 * Words by language, separated by commas: `pain` that word alone, `migrain*` as a beginning, `*schmerz*` anywhere in a word. Written
 * as people write them; marks, case and letter forms are ignored when they are compared, except in Vietnamese, where marks make the word.
 */
export const revealing: Readonly<Record<'any' | 'en' | 'es' | 'fr' | 'pt' | 'de' | 'pl' | 'ar' | 'ur' | 'zh' | 'vi', Words>> = {
  any: {
    product: 'botox*, *botulin*, dysport*, xeomin*, myobloc*, neurobloc*, jeuveau*, nuceiva*, daxxify*, azzalure*, bocouture*, vistabel*, letybo*, relfydess*, alluzience*, nabota*, botulax*, innotox*, meditoxin*, siax*, *toxin*, *toxina*, juvederm*, restylane*, radiesse*, sculptra*, belotero*',
    condition: '*migrain*, *dyston*, *diston*, *spasti*, *blefaro*, *blephar*, *torticol*, *hyperhidro*, *hiperhidro*, *neuralg*, *fibromyalg*, *fibromialg*, *sialorr*, *bruxism*',
    specialty: '*neurolog*, *dermatolog*, *rheumatolog*, *reumatolog*, *orthopaed*, *orthoped*, *ortoped*, *onkolog*, *oncolog*, *psychiatr*, *psiquiatr*, *urolog*, *gynaecolog*, *gynecolog*, *ginecolog*, *physiotherap*, *fisioterap*, *fizjoterap*, *anaesthes*, *anesthesi*, medspa, medi-spa',
    treatment: '', 'birth-date': 'dob', 'record-number': 'mrn', insurer: 'medicare, medicaid, tricare, aetna, cigna, humana, bupa, axa ppp, unitedhealth*, blue cross*, blue shield, anthem blue cross, kaiser permanente, allianz, aok, barmer, dak-gesundheit, techniker krankenkasse, imss, issste, unimed, amil, sulamerica, nfz, cpam',
  },
  en: {
    condition: 'pain, pains, painful, painkiller*, headache*, backache*, sciatica, spasm*, palsy, tremor*, stroke, parkinson*, multiple sclerosis, excessive sweating, drooling, wrinkle*, frown line*, crow\'s feet, depression, cancer',
    product: 'neurotoxin*, neuromodulator*, dermal filler*, filler, fillers, poison', specialty: 'neurosurg*, pain clinic, pain management, pain medicine, spine center, spine centre, spinal, aesthetics, esthetics, aesthetic, esthetic, cosmetic*, plastic surg*, physical therapy, rehab, rehabilitation, rheumatism',
    treatment: 'inject*, syringe*, needle*, nerve block*, diagnos*, prescription*, dose, dosage', 'birth-date': 'date of birth, birth date, birthdate, born on, born in', 'record-number': 'record number, record no, chart number, chart no, patient number, patient id, hospital number, nhs number',
    insurer: 'insur*, policy number, member id, health plan, copay*',
  },
  es: {
    condition: 'dolor, dolores de, doloroso*, dolorosa*, jaqueca*, cefalea*, lumbalgia*, lumbago, ciática, espasmo*, espástic*, paralisis, temblor*, arruga*, sudoración, babeo, ictus, cáncer',
    product: 'relleno, rellenos, veneno, neuromodulador*', specialty: 'estétic*, medicina estética, clínica del dolor, unidad del dolor, cirugía plástica, rehabilitación, traumatolog*, psiquiatr*, columna vertebral',
    treatment: 'inyec*, infiltraci*, jeringa*, aguja*, dosis, diagnóstic*, receta médica, bloqueo nervioso', 'birth-date': 'fecha de nacimiento, nacido el, nacida el, f. nac', 'record-number': 'número de historia*, historia clínica, expediente, nº de paciente, número de paciente, nhc',
    insurer: 'seguro médico, seguro de salud, asegurad*, póliza*, mutua, obra social',
  },
  fr: {
    condition: 'douleur*, douloureu*, mal de tête, maux de tête, mal de dos, céphalée*, lombalgie*, sciatique, spasme*, spasmodique, ridules, anti-rides, antirides, transpiration excessive, paralysie, tremblement*, avc, cancer',
    product: 'produit de comblement, comblement, poison, neuromodulateur*', specialty: 'esthétique*, centre antidouleur, antidouleur, chirurgie plastique, rééducation, kinésithérap*, rachis, neurochirurg*',
    treatment: 'injection*, injecter, seringue*, aiguille*, infiltration*, dose, doses, posologie*, diagnosti*, ordonnance*', 'birth-date': 'date de naissance, né le, née le', 'record-number': 'numéro de dossier, n° de dossier, dossier médical, numéro de patient, n° patient',
    insurer: 'assurance*, assuré*, mutuelle*, sécurité sociale, carte vitale, caisse maladie',
  },
  pt: {
    condition: 'dor, dores de, doloros*, enxaqueca*, cefaleia*, lombalgia*, ciática, espasmo*, espástic*, paralisia*, tremor*, ruga, rugas, sudorese, suor excessivo, avc, câncer, cancro',
    product: 'preenchimento*, veneno, neuromodulador*', specialty: 'estétic*, clínica da dor, centro de dor, cirurgia plástica, reabilitação, coluna vertebral, psiquiatr*',
    treatment: 'injeç*, injec*, infiltraç*, seringa*, agulha*, dose, doses, dosagem, diagnóstic*, receita médica', 'birth-date': 'data de nascimento, nascido em, nascida em', 'record-number': 'número do prontuário, prontuário*, processo clínico, número de utente, número do paciente',
    insurer: 'plano de saúde, seguro de saúde, seguro saúde, convênio*, segurad*, seguradora*, apólice*',
  },
  de: {
    condition: '*schmerz*, *migräne*, hexenschuss, ischias*, *spasmus, *spasmen, *krampf, *krämpfe, *lähmung*, zittern, *falten, schwitzen, schlaganfall*, parkinson*, krebs, bandscheibe*, schiefhals',
    product: '*nervengift*, filler', specialty: '*ästhetik*, ästhetisch*, kosmetisch*, schönheits*, hautarzt*, nervenarzt*, plastische chirurgie, rehabilitation, reha, wirbelsäule*, krankengymnast*, neurochirurg*',
    treatment: '*spritze, *spritzen, injizier*, *injektion*, nadel, nadeln, *dosis, dosierung*, *diagnose*, rezept', 'birth-date': 'geburtsdatum, geboren am, geb', 'record-number': 'patientennummer*, patienten-nr, aktenzeichen, fallnummer*, krankenaktennummer, patienten-id',
    insurer: '*versicherung*, versichert*, *krankenkasse*, kassenpatient*, privatpatient*, versichertennummer',
  },
  pl: {
    condition: 'ból, bóle, bólu, bólem, bóli, bólow*, migren*, rwa kulszowa, skurcz*, kurcz*, spastycz*, porażeni*, drżeni*, zmarszcz*, nadpotliwoś*, udar*, nowotwor*, kręcz szyi, ślinotok*',
    product: 'wypełniacz*, trucizn*, jad kiełbasiany, jadem kiełbasianym, kiełbasian*', specialty: 'estetyczn*, medycyna estetyczna, poradnia bólu, leczenia bólu, chirurgia plastyczna, rehabilitac*, kręgosłup*, psychiatr*',
    treatment: 'zastrzyk*, iniekcj*, wstrzyk*, strzykawk*, igła, igły, dawka, dawki, dawkę, dawkowani*, diagnoz*, rozpoznanie, recepta', 'birth-date': 'data urodzenia, urodzony, urodzona', 'record-number': 'numer kartoteki, numer pacjenta, nr pacjenta, nr kartoteki, numer dokumentacji, pesel',
    insurer: 'ubezpiecz*, polisa, polisy',
  },
  ar: {
    condition: 'ألم, آلام, آلم, أوجاع, وجع, صداع*, شقيقة, تشنج*, تشنجي*, خلل التوتر*, شلل*, رعاش, رعشة, تجاعيد*, تعرق*, عرق النسا, جلطة*, سرطان*, ارتجاف, صعر',
    product: 'بوتوكس*, بوتولين*, بوتولينوم*, توكسين*, ديسبورت*, زيومين*, سموم, ذيفان*, فيلر*, حشو', specialty: 'تجميل*, تجميلي*, أعصاب, عصبية, جلدية, روماتيزم*, عظام, علاج طبيعي, علاج الألم, عمود فقري, جراحة تجميلية, نفسية, تأهيل*',
    treatment: 'حقن, حقنة*, حقنه, إبرة, إبر, جرعة*, جرعات, تشخيص*, وصفة طبية', 'birth-date': 'تاريخ الميلاد, تاريخ ميلاد, مواليد', 'record-number': 'رقم الملف, رقم السجل, رقم المريض, سجل طبي, ملف طبي',
    insurer: 'تأمين*, تأمينات, بوليصة*, مؤمن عليه',
  },
  ur: {
    condition: 'درد, دردوں, دردِ, شقیقہ, مائیگرین*, کھچاؤ, اینٹھن*, تشنج*, فالج, رعشہ, جھریاں, جھریوں, پسینہ*, عرق النسا, سرطان, کینسر',
    product: 'بوٹوکس*, بوٹولینم*, ٹاکسن*, زہر, ڈسپورٹ*, فلر', specialty: 'نیورولوجی*, نیورولوجسٹ, اعصابی, امراض اعصاب, کاسمیٹک*, جمالیات*, امراض جلد, ڈرماٹولوجی*, فزیوتھراپی*, فزیو تھراپی, آرتھوپیڈک*, ریڑھ کی ہڈی, بحالی*, نفسیات*',
    treatment: 'انجکشن*, انجیکشن*, ٹیکہ, ٹیکے, ٹیکوں, سرنج*, سوئی, خوراک, تشخیص*, نسخہ', 'birth-date': 'تاریخ پیدائش, یوم پیدائش', 'record-number': 'ریکارڈ نمبر, مریض نمبر, فائل نمبر, طبی ریکارڈ',
    insurer: 'بیمہ*, انشورنس*, پالیسی نمبر',
  },
  zh: {
    condition: '*疼痛*, *头痛*, *頭痛*, *偏头痛*, *腰痛*, *背痛*, *颈痛*, *痛症*, *痉挛*, *痙攣*, *肌张力*, *斜颈*, *眼睑*, *瘫痪*, *中风*, *震颤*, *多汗*, *流涎*, *皱纹*, *皺紋*, *癌*, *坐骨神经*',
    product: '*肉毒*, *保妥适*, *保妥適*, *衡力*, *吉适*, *毒素*, *玻尿酸*, *填充剂*', specialty: '*神经科*, *神經科*, *神经内科*, *皮肤科*, *皮膚科*, *骨科*, *风湿*, *康复科*, *疼痛科*, *美容*, *医美*, *整形*, *理疗*, *脊柱*, *精神科*, *肿瘤*, *除皱*, *瘦脸*',
    treatment: '*注射*, *打针*, *打針*, *针剂*, *剂量*, *劑量*, *诊断*, *診斷*, *处方*, *针头*', 'birth-date': '*出生日期*, *出生年月*, *生日*', 'record-number': '*病历*, *病歷*, *病案*, *就诊卡号*, *患者编号*',
    insurer: '*保险*, *保險*, *医保*, *社保*, *保单*',
  },
  vi: {
    condition: 'đau, cơn đau, nhức đầu, co thắt, co cứng, loạn trương lực, vẹo cổ, liệt, run tay, nếp nhăn, tăng tiết mồ hôi, đột quỵ, ung thư, đau nửa đầu, thoát vị, chảy dãi',
    product: 'độc tố, chất làm đầy, thuốc độc', specialty: 'thần kinh, da liễu, thẩm mỹ, thẩm mĩ, cơ xương khớp, chỉnh hình, vật lý trị liệu, phục hồi chức năng, cột sống, tâm thần, ung bướu',
    treatment: 'tiêm, mũi tiêm, chích, kim tiêm, liều, liều lượng, chẩn đoán, đơn thuốc', 'birth-date': 'ngày sinh, sinh ngày, ngày tháng năm sinh', 'record-number': 'mã bệnh nhân, số hồ sơ, mã hồ sơ, bệnh án', insurer: 'bảo hiểm, bhyt, thẻ bảo hiểm',
  },
}
