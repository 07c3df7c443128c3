import type { Language } from '../../shared/domain/language.ts'

const split = (text: string): readonly string[] => text.split(';').map(phrase => phrase.trim())

/** What a practice might write that tells what a visit is for, or who the patient is, language by language. */
export const revealingPhrases: Readonly<Record<Language, readonly string[]>> = {
  en: split(`
    chronic migraine; cervical dystonia; spasticity; blepharospasm; excessive sweating; hyperhidrosis; back pain; neck pain; headache clinic; TMJ;
    jaw clenching; teeth grinding; bruxism; drooling; sialorrhoea; overactive bladder; bladder; incontinence; strabismus; squint; hemifacial spasm;
    glabellar lines; frown lines; forehead lines; wrinkle; crow's feet; laugh lines; achalasia; neuropathy; neuropathic; trigeminal neuralgia; post-stroke;
    cerebral palsy; MS clinic; multiple sclerosis; Parkinson's; torticollis; writer's cramp; cramps; plantar fasciitis; tennis elbow; myofascial; sciatica;
    arthritis; whiplash; tension-type; tremors; tics; Tourette; muscle stiffness; stiff neck; fibromyalgia; epilepsy; voice disorder; spasmodic dysphonia;
    twitching; eyelid; neurology; neurologist; neurosciences; neuro clinic; pain medicine; Pain Clinic; dermatology; skin clinic; physiatry; ophthalmology;
    urology; aesthetics; plastic surgeon; movement disorders; anesthesiology; anaesthetics; rehabilitation medicine; orthopedics; gastroenterology;
    spine institute; oncology; psychiatry; beauty clinic; anti-wrinkle; anti-aging; anti-ageing; rejuvenation; facial rejuvenation; injection; injector;
    injectables; shots; jab; needle; nerve block; toxin; botulinum toxin; BoNT; BoNT-A; BTX-A; onabotulinumtoxinA; abobotulinumtoxinA; incobotulinumtoxinA;
    rimabotulinumtoxinB; prabotulinumtoxinA; daxibotulinumtoxinA; letibotulinumtoxinA; Botox; Botox Cosmetic; Dysport; Xeomin; Myobloc; Jeuveau; Daxxify;
    Letybo; Azzalure; Bocouture; Vistabel; hyaluronic acid; fillers; Juvederm; Restylane; lidocaine; Emgality; Aimovig; Ajovy; 155 units; 155U; 200 U;
    2.5 mL; 100 mg; 0.1 ml; 25 mcg; 500 IU; 5 units per site; fifty units; DOB 04/07/1961; date of birth; D.O.B.; born 1961; born on; birthday; MRN 4711;
    MRN: 4711; medical record number; medical record no. 7; chart no; chart #123; patient no. 5; patient ID 77; Patient #55; file number 12; hospital no;
    NHS no 943 476 5919; NHS number; SSN; social security number; record no.; case number; Blue Cross; BCBS; Aetna; Cigna; UnitedHealthcare; Humana;
    Medicare; Medicaid; insurance; insurer; insured; policy no.; member ID; co-pay; copayment; prior authorization; Bupa; AXA Health; Tricare; group number;
    diagnosis; ICD-10; lot number
  `),
  es: split(`
    migraña crónica; distonía cervical; espasticidad; blefaroespasmo; sudoración excesiva; hiperhidrosis; dolor de espalda; dolores de cabeza; cefalea;
    jaqueca; bruxismo; babeo; sialorrea; vejiga hiperactiva; incontinencia; estrabismo; espasmo hemifacial; arrugas; patas de gallo; entrecejo;
    líneas de expresión; ceño; neuralgia; ictus; parálisis cerebral; esclerosis múltiple; párkinson; tortícolis; calambres; fascitis plantar; ciática;
    artritis; lumbalgia; cervicalgia; temblor; contractura; fibromialgia; epilepsia; neurología; neurólogo; unidad del dolor; clínica del dolor;
    dermatología; dermatólogo; oftalmología; urología; estética; cirugía plástica; anestesiología; rehabilitación; traumatología; fisioterapia; psiquiatría;
    oncología; ortopedia; antiarrugas; rejuvenecimiento; inyección; inyecciones; inyectar; infiltración; pinchazo; jeringuilla; aguja; toxina botulínica;
    toxina; bótox; rellenos; ácido hialurónico; 50 unidades; 100 U; 100 UI; 2 ml; dosis; fecha de nacimiento; F. de nacimiento; nacido el 9 de julio;
    nacida en 1961; cumpleaños; número de historia clínica; n.º de historia; historia clínica 55; NHC 55; expediente 12; número de paciente; nº paciente;
    número de expediente; DNI; seguro médico; aseguradora; compañía de seguros; póliza; Sanitas; Adeslas; Mapfre; DKV; Asisa; mutua; tarjeta sanitaria;
    seguridad social; diagnóstico
  `),
  fr: split(`
    migraine chronique; migraineux; dystonie cervicale; spasticité; blépharospasme; transpiration excessive; hyperhidrose; mal de dos; douleur; douleurs;
    céphalées; maux de tête; bruxisme; bavage; sialorrhée; vessie hyperactive; incontinence; strabisme; spasme hémifacial; pattes d'oie; rides du lion;
    ride du lion; névralgie; AVC; paralysie cérébrale; sclérose en plaques; Parkinson; torticolis; crampes; crampe de l'écrivain; fasciite; sciatique;
    arthrite; lombalgie; cervicalgie; tremblements; contracture; fibromyalgie; épilepsie; neurologie; neurologue; centre antidouleur;
    consultation de la douleur; dermatologie; dermatologue; ophtalmologie; urologie; esthétique; chirurgie plastique; anesthésie; rééducation;
    kinésithérapie; médecine physique; orthopédie; psychiatrie; oncologie; rhumatologie; anti-rides; antirides; rajeunissement; injection; injections;
    piqûre; aiguille; seringue; infiltration; toxine botulique; toxine; Botox; comblement; acide hyaluronique; 50 unités; 100 U; 100 UI; 2 ml; dose;
    date de naissance; né le; née le; née en 1961; anniversaire; numéro de dossier; dossier n° 5; n° de dossier; dossier médical; numéro patient;
    n° de patient; numéro de sécurité sociale; IPP; assurance maladie; assureur; mutuelle; carte vitale; CPAM; police d'assurance; MGEN; Harmonie Mutuelle;
    AXA; ordonnance; diagnostic; lot n° 5
  `),
  pt: split(`
    enxaqueca crónica; enxaqueca crônica; distonia cervical; espasticidade; blefarospasmo; sudorese excessiva; suor excessivo; hiperidrose; hiper-hidrose;
    dor nas costas; dores de cabeça; cefaleia; bruxismo; sialorreia; bexiga hiperativa; incontinência; estrabismo; espasmo hemifacial; rugas; pés de galinha;
    linhas de expressão; nevralgia; neuralgia; AVC; paralisia cerebral; esclerose múltipla; Parkinson; torcicolo; cãibras; fascite plantar; ciática; artrite;
    lombalgia; tremores; contratura; fibromialgia; epilepsia; neurologia; neurologista; clínica da dor; dermatologia; dermatologista; oftalmologia; urologia;
    estética; cirurgia plástica; anestesiologia; reabilitação; fisioterapia; fisiatria; ortopedia; psiquiatria; oncologia; antirrugas; rejuvenescimento;
    injeção; injecção; injeções; injetar; infiltração; picada; agulha; seringa; toxina botulínica; toxina; botox; preenchimento; ácido hialurónico;
    ácido hialurônico; 50 unidades; 100 U; 100 UI; 2 ml; dose; data de nascimento; nascido em; nascida a 9 de julho; aniversário; número do processo;
    processo clínico; prontuário; número do prontuário; n.º de utente; número de utente; nº do paciente; número do paciente; CPF; seguro de saúde;
    plano de saúde; convênio; seguradora; apólice; Unimed; Bradesco Saúde; SulAmérica; Multicare; ADSE; diagnóstico
  `),
  de: split(`
    chronische Migräne; zervikale Dystonie; Spastik; Spastizität; Blepharospasmus; Lidkrampf; übermäßiges Schwitzen; Hyperhidrose; Rückenschmerzen;
    Nackenschmerz; Kopfschmerzen; Kopfweh; Rückenleiden; Bruxismus; Zähneknirschen; Speichelfluss; Sialorrhoe; überaktive Blase; Reizblase; Inkontinenz;
    Schielen; Strabismus; Falten; Zornesfalte; Stirnfalten; Krähenfüße; Faltenbehandlung; Trigeminusneuralgie; Schlaganfall; Zerebralparese;
    Multiple Sklerose; Parkinson; Torticollis; Schiefhals; Schreibkrampf; Krämpfe; Wadenkrampf; Fersensporn; Tennisarm; Ischias; Arthritis; Arthrose;
    Zittern; Tremor; Fibromyalgie; Epilepsie; Muskelverspannung; Verspannungen; Neurologie; Neurologin; neurologische Praxis; Schmerztherapie;
    Schmerzambulanz; Dermatologie; Hautarzt; Augenheilkunde; Augenarzt; Urologie; Ästhetik; ästhetische Medizin; Aesthetik; Plastische Chirurgie;
    Schönheitschirurgie; Anästhesie; Anästhesiologie; Physiotherapie; Krankengymnastik; Rehabilitation; Orthopädie; orthopädisch; Rheumatologie; Psychiatrie;
    Onkologie; Faltenunterspritzung; Unterspritzung; Spritze; Spritzen; Injektion; Injektionen; Infiltration; Nadel; Botulinumtoxin; Botulinum; Botox;
    Nervengift; Toxin; Hyaluronsäure; Filler; 100 Einheiten; 100 E; 100 I.E.; 100 IE; 50 E; 2,5 ml; Dosis; Geburtsdatum; geb. 9.7.1961; geboren am;
    Geburtstag; Jahrgang 1961; Patientennummer; Patienten-Nr. 5; Pat.-Nr. 5; Fallnummer; Aktenzeichen; Krankenakte; Patientenakte; Versichertennummer;
    Krankenversicherung; Krankenkasse; Versicherung; AOK; Techniker Krankenkasse; Barmer; DAK; Allianz; DKV; Debeka; Privatpatient; Kassenpatient; eGK;
    Gesundheitskarte; Rezept; Diagnose
  `),
  pl: split(`
    migrena przewlekła; migreny; migrenę; dystonia szyjna; dystonii; spastyczność; kurcz powiek; nadmierne pocenie; nadpotliwość; ból pleców; bóle głowy;
    bólu; bólem; bruksizm; zgrzytanie zębami; ślinotok; pęcherz nadreaktywny; nietrzymanie moczu; zez; połowiczy kurcz twarzy; zmarszczki; zmarszczek;
    kurze łapki; lwia zmarszczka; nerwoból; neuralgia; udar; porażenie mózgowe; stwardnienie rozsiane; Parkinson; choroba Parkinsona; kręcz karku; skurcze;
    rwa kulszowa; zapalenie stawów; drżenie; fibromialgia; padaczka; neurologia; neurolog; neurologiczny; poradnia leczenia bólu; dermatologia; dermatolog;
    okulistyka; okulista; urologia; medycyna estetyczna; chirurgia plastyczna; anestezjologia; rehabilitacja; fizjoterapia; ortopedia; ortopeda; psychiatria;
    onkologia; przeciwzmarszczkowy; odmładzanie; zastrzyk; zastrzyki; iniekcja; wstrzyknięcie; ostrzykiwanie; igła; igły; strzykawka; blokada nerwu;
    toksyna botulinowa; toksyny botulinowej; botoks; botoksu; botoksem; jad kiełbasiany; toksyna; wypełniacz; kwas hialuronowy; 100 jednostek; 50 j.;
    100 j.m.; 2 ml; dawka; data urodzenia; ur. 9.7.1961; urodzony; urodziny; PESEL; numer pacjenta; nr karty; numer kartoteki; numer historii choroby;
    historia choroby; karta pacjenta; ubezpieczenie; ubezpieczyciel; NFZ; polisa; PZU; ZUS; LUX MED; recepta; diagnoza; rozpoznanie
  `),
  ar: split(`
    الصداع النصفي; صداع نصفي مزمن; الشقيقة; خلل التوتر العنقي; التشنج; تشنج الجفن; التعرق المفرط; فرط التعرق; آلام الظهر; ألم الرقبة; الألم; الآلام;
    صرير الأسنان; سيلان اللعاب; المثانة; سلس البول; تشنج نصف الوجه; التجاعيد; تجاعيد; خطوط الوجه; خطوط الجبين; ألم العصب; السكتة الدماغية; سكتة;
    الشلل الدماغي; التصلب المتعدد; التصلب اللويحي; باركنسون; الصعر; تقلصات; تقلص العضلات; عرق النسا; التهاب المفاصل; الرعاش; فيبروميالجيا; الصرع; طب الأعصاب;
    الأعصاب; أمراض عصبية; عيادة الألم; علاج الألم; الجلدية; طب العيون; المسالك البولية; التجميل; جراحة التجميل; التخدير; العلاج الطبيعي; التأهيل; العظام;
    الطب النفسي; الأورام; مكافحة الشيخوخة; شد الوجه; حقن; حقنة; الحقن; إبرة; الإبر; بالإبر; البوتوكس; بوتوكس; توكسين البوتولينوم; البوتولينوم; ديسبورت; فيلر;
    حمض الهيالورونيك; 100 وحدة; ١٠٠ وحدة; 50 وحدات; 2 مل; ٢ مل; 5 ملغ; جرعة; تاريخ الميلاد; مواليد 1961; رقم الملف; رقم الملف الطبي; السجل الطبي; رقم المريض;
    التأمين; تأمين صحي; شركة التأمين; بوليصة; بوبا; الضمان الاجتماعي; تشخيص
  `),
  ur: split(`
    مائیگرین; درد شقیقہ; آدھے سر کا درد; سر درد; سردرد; گردن کا درد; کمر درد; کمردرد; ڈسٹونیا; سروائیکل ڈسٹونیا; اسپاسٹیسٹی; پٹھوں کا کھچاؤ; پلکوں کا پھڑکنا;
    زیادہ پسینہ; پسینے; دانت پیسنا; رال ٹپکنا; مثانہ; بھینگا پن; جھریاں; جھریوں; فالج; لقوہ; رعشہ; پارکنسن; ملٹیپل سکلیروسس; عرق النساء; گٹھیا; مرگی; اعصاب;
    اعصابی; نیورولوجی; نیورولوجسٹ; ماہر اعصاب; پین کلینک; درد کا علاج; ڈرماٹالوجی; ڈرماٹولوجی; ماہر امراض جلد; یورولوجی; کاسمیٹک; جمالیاتی; پلاسٹک سرجری;
    بحالی; فزیوتھراپی; ہڈیوں; آرتھوپیڈک; نفسیات; انجکشن; انجیکشن; ٹیکہ; ٹیکے; سوئی; بوٹوکس; بوٹولینم ٹاکسن; ٹاکسن; ڈسپورٹ; فلرز; فلر; 100 یونٹ; ١٠٠ یونٹ;
    ۱۰۰ یونٹ; 50 یونٹس; 2 ملی لیٹر; 5 ملی گرام; خوراک; تاریخ پیدائش; تاریخِ پیدائش; پیدائش; سالگرہ; میڈیکل ریکارڈ نمبر; ریکارڈ نمبر; مریض نمبر; فائل نمبر;
    شناختی کارڈ; انشورنس; بیمہ; صحت کارڈ; پالیسی نمبر; تشخیص; نسخہ
  `),
  zh: split(`
    慢性偏头痛; 偏頭痛; 颈部肌张力障碍; 肌張力障礙; 斜颈; 斜頸; 痉挛; 痙攣; 眼睑痉挛; 眼瞼痙攣; 多汗症; 背痛; 腰痛; 颈痛; 頸痛; 头痛; 頭痛; 疼痛; 磨牙; 流口水; 流涎; 膀胱过动症; 尿失禁; 斜视; 面肌痉挛; 皱纹; 鱼尾纹; 抬头纹; 川字纹; 眉间纹; 除皱;
    三叉神经痛; 中风; 脑卒中; 脑瘫; 多发性硬化; 帕金森; 抽筋; 坐骨神经痛; 关节炎; 震颤; 纤维肌痛; 癫痫; 神经科; 神经内科; 神經科; 疼痛科; 疼痛门诊; 皮肤科; 皮膚科; 眼科; 泌尿科; 美容; 医学美容; 医美; 醫美; 整形外科; 麻醉科; 康复科; 康復科; 理疗;
    骨科; 精神科; 肿瘤科; 抗衰老; 瘦脸针; 注射; 打针; 打針; 针剂; 肉毒杆菌; 肉毒桿菌; 肉毒毒素; 肉毒素; 肉毒; 保妥适; 保妥適; 衡力; 吉适; 丽舒妥; 玻尿酸; 透明质酸; 填充; 100单位; 100單位; 一百单位; 2毫升; 2 毫升; 5毫克; 剂量; 劑量;
    出生日期; 出生年月日; 生日; 1961年7月9日出生; 病历号; 病歷號; 住院号; 就诊号; 档案号; 患者编号; 门诊号; 身份证; 医保; 醫保; 保险; 保險; 社保卡; 商业保险; 保单号; 诊断; 診斷; 处方
  `),
  vi: split(`
    đau nửa đầu mạn tính; đau đầu; nhức đầu; đau lưng; đau cổ; loạn trương lực cơ; vẹo cổ; co cứng; co thắt mi mắt; co giật mi; tăng tiết mồ hôi; đổ mồ hôi;
    nghiến răng; chảy dãi; chảy nước dãi; bàng quang; tiểu không tự chủ; lác mắt; nếp nhăn; vết chân chim; xóa nhăn; đau dây thần kinh; đột quỵ; tai biến;
    bại não; đa xơ cứng; Parkinson; chuột rút; đau thần kinh tọa; viêm khớp; run tay; động kinh; thần kinh; khoa thần kinh; khoa nội thần kinh;
    phòng khám đau; giảm đau; điều trị đau; da liễu; nhãn khoa; tiết niệu; thẩm mỹ; phẫu thuật thẩm mỹ; phẫu thuật tạo hình; gây mê; phục hồi chức năng;
    vật lý trị liệu; chấn thương chỉnh hình; tâm thần; ung bướu; chống lão hóa; trẻ hóa da; tiêm; mũi tiêm; chích; kim tiêm; độc tố botulinum; độc tố; botox;
    Dysport; chất làm đầy; filler; axit hyaluronic; 100 đơn vị; 50 đv; 2 ml; liều; liều lượng; ngày sinh; sinh ngày 9/7/1961; sinh năm 1961;
    ngày tháng năm sinh; mã bệnh nhân; số bệnh án; mã số bệnh nhân; hồ sơ bệnh án; số hồ sơ; căn cước công dân; CCCD; bảo hiểm; bảo hiểm y tế; BHYT;
    thẻ BHYT; chẩn đoán; đơn thuốc
  `),
}
