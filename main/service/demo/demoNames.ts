/** Given and family names that are common somewhere; put together by lot, so that nobody real is meant. */
export type NameSet = { readonly given: readonly [string, ...string[]]; readonly family: readonly [string, ...string[]]; readonly weight: number }

const words = (text: string): readonly [string, ...string[]] => {
  const [first, ...rest] = text.split('|')
  return [first ?? '', ...rest]
}
const set = (weight: number, given: string, family: string): NameSet => ({ weight, given: words(given), family: words(family) })

export const nameSets: readonly NameSet[] = [
  set(
    34, 'Margaret|Denise|Harold|Patricia|Gwen|Leonard|Tamara|Russell|Beatrix|Clyde|Noreen|Darnell|Imani|Wesley|Opal|Frances|Curtis|Yvette|Desmond|Lorraine|Theo|Bridget',
    'Abernathy|Whitlock|Ferris|Oakes|Pemberton|Sandoval|Tully|Marsh|Holloway|Birdsong|Cartwright|Dunmore|Everly|Fairbanks|Gatling|Hawthorne|Ingersoll|Jessup|Kettering|Lockhart|O’Dowd|McTavish',
  ),
  set(
    14, 'María del Carmen|José Luis|Ximena|Guadalupe|Iñaki|Begoña|Joaquín|Remedios|Ángel|Núria',
    'Villaverde Ochoa|Ibarra de la Peña|Muñoz Echeverría|Castañeda|Peñalosa|Arrieta Zúñiga|Quintanilla|Fuentes Olivares',
  ),
  set(6, 'Agnieszka|Zbigniew|Małgorzata|Łukasz|Božena|Miloš|Žaneta|Ondřej', 'Wójcik|Dąbrowska|Szczepański|Krzywicka|Dvořáček|Růžičková|Škvorecký|Žižková'),
  set(6, 'Nikoleta|Αλεξάνδρα|Σταύρος|Ευαγγελία|Κωνσταντίνος', 'Παπαχριστοδουλοπούλου|Μαυρογιάννης|Καλογεροπούλου|Σιδηρόπουλος'),
  set(7, 'Світлана|Тарас|Людмила|Анастасия|Валентин|Ярослава', 'Ковальчук|Шевчишина|Белозёрова|Подгорный|Щербаченко|Жданович'),
  set(6, 'فاطمة|عبد الرحمن|نور الهدى|سلمى|يوسف', 'الخطيب|المصري|بن عاشور|الزهراوي|قاسم'),
  set(4, 'שירה|אליעזר|נועה|מרדכי', 'בן־דוד|מזרחי|פרידלנדר|אבוטבול'),
  set(5, 'अनुष्का|देवेन्द्र|सुलोचना|हरिकृष्ण', 'चतुर्वेदी|श्रीवास्तव|देशपाण्डे|मुखर्जी'),
  set(6, '美咲|健太郎|さくら|翔|千代子|カトリーナ', '佐々木|長谷川|勅使河原|小鳥遊|渡邉'),
  set(6, '秀英|志明|欣怡|建國|雨涵', '陳|歐陽|司馬|黃|上官'),
  set(4, '서연|민준|하은|도윤', '남궁|황보|김|제갈'),
  set(5, 'Thị Hồng Nhung|Văn Đức|Ngọc Bảo Trân|Quốc Hưng', 'Trần|Phạm|Huỳnh|Đặng'),
  set(3, 'สมหญิง|ณัฐพงศ์|กมลวรรณ', 'ศรีสุวรรณพานิชกุล|วงศ์สว่างรุ่งเรือง|ทองคำ'),
  set(3, 'ትዕግስት|አበበ|ሰላማዊት', 'ገብረመድኅን|ወልደማርያም|ተስፋዬ'),
  set(5, 'Oluwaseun|Adébọ̀wálé|Ngozi|Chiamaka|Ifẹ́olúwa', 'Adéyẹmí|Okonkwo-Eze|Ọlátúnjí|Nwachukwu'),
  set(2, 'Keahi|Leilani|Kalanianaʻole', 'Kahananui-Kaleolani|Māhoe|ʻŌpūnui'),
  // Names that are longer, shorter or more mixed than forms expect.
  set(3, 'Jean-Christophe Marie Théodore|Xaver Maximilian Freiherr|Anneliese Wilhelmine', 'von Hohenstolberg-Reichenbachshausen zu Langenwaldau|de la Rochebrune-Saint-Sauveur d’Entraigues|Straßburger-Östlinghaus'),
  set(3, 'Grace 雅婷|Andy Thành|Layla ليلى|Sasha Саша', 'Lin-O’Connor 林|Nguyễn-Bauer|Haddad-Beaumont حداد|Ivanchuk'),
  set(2, 'Bo|Ed|Ai|Li', 'Ng|Ó|E|Xu'),
]
