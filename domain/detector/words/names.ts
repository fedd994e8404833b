import { wordList } from "./word-list.ts";

/**
 * Given names that are common in the United Kingdom: ONS and NRS lists of baby names 1954 to 2020, first ranks, and names
 * common in its larger communities (Welsh, Irish, Gaelic, Polish and neighbours, South Asian, Arabic, Turkish and Persian,
 * African, Chinese, Vietnamese). Without marks and in small letters, as `plainName` gives them.
 */
const given = `
  olha kateryna katerina anastasiia daryna mariia sofiia solomiia zlata nadiia liudmyla vira zoya zoia zoryana yaryna khrystyna bohdana
  myroslava oleksandra polina inna yuliia yevheniia olesia lesia ruslana lidiia raisa snizhana kseniia uliana
  mykhailo mykhaylo serhii andrii yurii vitalii vitaliy oleh pavlo ostap nazar denys maksym artem danylo kyrylo
  illia anton stepan hryhorii hryhoriy oleksii ruslan vadym yevhen valerii leonid fedir zakhar myron orest matvii tymofii
  heorhii hennadii stanislav vladyslav rostyslav sviatoslav viacheslav liubomyr zenoviia
  waldemar bogumil paulina aneta helena lucyna dagmara ilona kazimiera eugeniusz eugenia bronislawa
  czeslawa wladyslawa boleslaw przemek gosia kasia krysia bartek wojtek jurek maciek krzysiek
  linton hopeton lascelles linval melvin ransford sylvester uriah shanique marvalyn roslyn yolande cherise kadian nordia shaneil tashana
  kemar damion akeem donovan romaine vivian dwayne
  merlene glenroy fitzroy carlton clinton winston delroy leroy errol everton neville desmond trevor clifton lloyd vernon rudolph cedric
  hyacinth althea claudia cynthia pearline icilda ionie lurline myrtle norma paulette yvonne marva beverley sonia patrice portia shanice
  shanelle shantelle latoya keisha tanisha monique chantelle kadeem jermaine marlon tyrone sheldon rohan devon garfield orville
  vlad andrei bogdan razvan ciprian cosmin florin sorin ovidiu liviu traian raluca loredana simona anca camelia corina denisa ileana
  cengiz orhan serkan tuncay volkan okan ufuk levent burak cem deniz ebru gonul hatice nesrin nurcan sevgi pinar melek dilek esra
  tiago goncalo duarte vasco joaquim rogerio claudio helder otilia lurdes conceicao graca fatima ines catarina filipa luciana edson
  oleksiy serhiy andriy mykola vasyl ihor petro yuriy taras iryna halyna larysa tetiana valentyna svitlana nadiya solomiya maryna
  emyr aled eluned meinir macsen llinos delyth nerys gwenllian ifan cerys catrin
  donnchadh assumpta dympna iarlaith fintan clodagh enda orlaith
  senga murdo torquil struan beathag ruaridh elspeth lachlan
  kev gaz shaz debs mick micky jez daz trev bev viv barb steph jen becca gabby nige bob ed josh kay lou luna nell nick pam reg rob sam sonny victor don
  ada agatha ailsa albie alma alvin amos anabel ariana ariel arabella aubrey audrey aurora autumnal averil barney basil benedict bert blanche bonnie bonny boris bradley bree bruno
  calvin candice carole carrie cassandra celeste celia chad charlene chester chrissie clarence clarissa claudette clement cleo clint clyde cora coral cordelia courtney curtis dai
  damien darcy darryl dave davina davy delia delilah della denzil dexter dick dinah dominique dora dorian dot dudley dwayne dwight ebony eddie edie effie eileen eli eliot elliot elliott
  elvira emmeline emmett enid ernie esme estelle ethelred eugene eunice evan evie ewart faye fay fergie fletcher flo fran frankie fraser gabriel gavin gaynor genevieve georgie geoff gerry gideon
  gilbert gina ginny giselle greg greta griselda grover guinevere gus gwendolen hal hank hattie hayden hayley hetty hermione hettie homer horace hortense hubert humphrey imogen ina india inga irma irving irwin
  isadora ivo izzy jacinta jackson jacquie jan janine jed jerome jerry jessie jethro jo jocelyn jody johnny jon jonah josie jules julianne justin justine kathy kay keira kenny kerri kim kirk kitty kurt lacey lana larry laurel lauretta
  leila lena lenny leonie leopold letitia lettie lexi libby liz liza lizzie lola loretta lottie lucille lucian luther lyle lynette lynsey mabel macy maddie maisie malcom marcia marge marguerite marnie
  mattie maurine maya mike milly minnie mitchell monty morwen muhammad murray natasha ned neville nicky nigella noreen octavia odette olga ollie orson otis ottoline patsy pattie percival perry phil philomena phyllida pippa portia
  quentin quincy randolph reuben rhona ricky ronnie rosalie rosanna rosanne roz rufus samson saul selma serena seth shane shelagh sheridan shona sid simeon stewart stu susie sven tamsin tasha ted teddy tess tessa thea theo thora tilda tilly tobias tod
  tricia trish trudi trudy tyler tyrone vernon vic vicky viv walt warwick wendell wesley whitney wilbur wilf willa willis winnie xander yolanda zac zach zack zelda
  aaron abigail adam adrian alan albert alexander alexandra alexis alfie alice alison amanda amelia amy andrea andrew angela
  angus anita ann anna annabel anne annette anthony antonia antonio archie arthur ashleigh barbara barry beatrice becky ben
  benjamin bernadette bernard bernice bertha beryl beth bethany betty billy brandon brenda brian bridget bruce bryan callum
  cameron carl carla carol caroline carolyn catherine cathy cecilia cedric charles charlie charlotte chelsea cheryl chloe
  chris christian christina christine christopher clara claire clare claudia clifford clive colin connie connor constance
  craig cynthia daniel danielle daphne darren david debbie deborah debra deirdre denise dennis derek desmond diana diane
  dmitri dominic donald donna doreen doris dorothy dougal douglas duncan dylan edgar edith edmund edna edward edwin eileen
  elaine eleanor elijah elizabeth ella ellen ellie elsie emily emma eric erica erin ernest ethan ethel eva evelyn ezra
  felicity felix fiona florence frances francesca francis frank fred freddie frederick freya gareth gary gavin geoffrey george
  georgia georgina gerald geraldine gerard gertrude gillian gladys glen glenda glenn gloria gordon graham gregory gwen
  gwendolyn hannah harold harriet harry harvey heather hector helen henry herbert hilary hilda howard hugh hugo ian ida irene
  iris isaac isabel isabella isla isobel ivan ivor jack jackie jacob jacqueline jake james jamie jane janet janice jasmine
  jason jayne jean jeff jeffrey jemima jenna jennifer jenny jeremy jessica jill jim jimmy joan joanna joanne jodie joe joel
  john jonathan jordan joseph josephine joshua josie joyce judith judy julia julian julie juliet june karen karl kate
  katherine kathleen kathryn katie katrina keith kelly kelvin ken kenneth kerry kevin kimberley kirsten kirsty kyle laura
  lauren lawrence leah leanne leo leonard leroy lesley leslie lewis liam lilian lillian linda lindsay lindsey lionel lisa
  lloyd logan lorna lorraine louisa louise lucas lucinda lucy luke lydia lynda lynn lynne mabel madeleine maggie malcolm
  mandy marcus margaret margery maria marian marianne marie marilyn marion marjorie marlene martha martin martina mary
  matilda matthew maud maureen maurice mavis max maxine megan melanie melissa meredith mia michael michelle mildred millicent
  millie miranda miriam moira molly monica morag muriel myra nancy naomi natalie natasha nathan nathaniel neil nellie nicholas
  nicola nicole nigel nina noah noel nora norah noreen norma norman olive oliver olivia oscar oswald owen pamela patricia
  patrick paul paula pauline peggy penelope percy peter petra philip philippa phillip phoebe phyllis polly priscilla rachel
  ralph raymond rebecca reginald rhoda richard rita robert robin roderick rodney roger roland ronald rosalind rosamund
  rosemary rosie rowena roxanne roy rupert russell ruth ryan sally samantha samuel sandra sara sarah sasha scott sean
  sebastian selina shannon sharon shaun sheila shelley shirley sidney simon sonia sophia sophie stacey stan stanley stella
  stephanie stephen steve steven stewart stuart susan susanna susannah suzanne sybil sylvia tabitha tamara tanya teresa terry
  thelma theodore theresa thomas tiffany tim timothy tina toby tom tommy tony tracey tracy trevor tristan ursula valerie
  vanessa vera verity veronica victoria vincent viola violet vivien vivienne walter wanda wayne wendy wilfred william
  wilma winifred winston yvette yvonne zachary zara zoe
  aeron aeronwen aled alun alwyn aneirin aneurin angharad anwen arwel arwen bethan blodwen branwen bronwen bryn brynmor cadi
  caradog carwyn carys cefin ceinwen ceri cerys dafydd deiniol delyth dewi dilwyn dilys efa eifion eilir einir eira eirian
  eirlys eirwen eleri elfed elin elis eluned emlyn emrys enid esyllt eurwen ffion gerallt geraint gethin glenys glyndwr gruff
  gruffudd gruffydd guto gwawr gwenan gwenda gwendoline gwenfair gwenllian gwenno gwenyth gwilym gwladys gwyn gwyneth gwynfor
  heddwyn hefin heledd heulwen huw hywel iestyn ieuan ifan iola iolo iorwerth ithel ivor iwan leusa lleucu llewelyn llinos
  llio lowri luned mabli madog mair maldwyn mali manon marged mared medwyn megan meinir meirion meleri menna mererid merfyn
  mihangel morfydd morwenna myfanwy myrddin nerys nesta non olwen osian owain penri rhian rhianedd rhiannon rhodri rhydian
  rhys sian siencyn siwan sioned sion talfryn taliesin tegid tegwen teifion tomos trefor trystan tudur wyn
  aidan aifric ailbhe aine aisling aislinn aoibheann aoife ardal barra blathnaid brendan brian brid brigid brona bronagh
  cahal caitlin caitriona caoimhe caoimhin cathal ciara ciaran cillian cliona clodagh colm colman conall conchobhar conor
  cormac cuan daithi damhnait daragh darragh dearbhla declan deirdre dermot diarmaid diarmuid doireann donal donncha dympna
  eabha eamon eamonn eanna eilis eimear eimhear enda eoghan eoin fergal fergus fiachra fidelma finbar finian fintan fionn
  fionnuala gearoid grainne iarlaith iarla keelin kieran lasairfhiona lorcan mairead mairin malachy maire maeve meabh
  micheal muireann muiris naoise niall niamh nollaig nuala odhran oisin oonagh orla orlaith padraic padraig peadar proinsias
  riona roisin ronan ruairi ruairidh rory saoirse seamus seanan seosamh sile sinead siobhan sorcha tadhg tiarnan tomas ultan una
  ailsa alasdair alastair alistair aonghas calum catriona eilidh ewan euan fearghas fergus finlay gregor hamish iain innes
  kenna lachlan mairi mhairi muriel murdo niall ruaridh seonaid sheena struan torquil
  agata agnieszka aleksander aleksandra alicja andrzej aniela anastazja apolonia artur barbara bartlomiej bartosz beata
  blazej bogdan bogumila boguslaw bozena bronislaw celina cezary czeslaw damian danuta dariusz dawid dominik dominika dorota
  edyta elzbieta emilia ewa ewelina filip franciszek gabriela genowefa grazyna grzegorz halina hanna henryk honorata hubert
  ireneusz irena iwona izabela jacek jadwiga jakub jan janina janusz jaroslaw jerzy joanna jolanta jozef justyna kacper
  kajetan kamil kamila karol karolina katarzyna kazimierz kinga klaudia konrad krystyna krystian krzysztof lech leszek lidia
  lucjan lukasz maciej magdalena maja malgorzata marcin marek mariola mariusz marta marzena mateusz michal mieczyslaw mikolaj
  milosz miroslaw monika natalia nikodem norbert olga oliwia oskar patrycja patryk pawel piotr przemyslaw radoslaw rafal
  renata roman ryszard sebastian slawomir stanislaw stanislawa stefan sylwester sylwia szymon tadeusz teofil tomasz urszula
  wanda weronika wieslaw wieslawa wiktor wiktoria wioletta wladyslaw wlodzimierz wojciech zbigniew zdzislaw zdzislawa zenon
  zofia zuzanna zygmunt
  adomas agne aiste alexandru alexei anastasia andrei andrius anca andreea arturs balazs bence biljana bogdana bohdan boris
  branislav catalin cosmin costel danica daiva daniela diana dimitar dmitry dmytro dragan dragana egle elena evgeni florin
  gabor galina gheorghe giedre goran hrvoje ibolya igor iliana inga ionela ionut iryna istvan iveta ivana jelena jiri
  jovana juraj katalin kristina ksenia laszlo lenka liliana ljubica ludmila lyubov marija marius mihai mihaela mindaugas
  mirela mirjana monika nadezhda natalya nedelcho nikolai nikola oksana oleksandr olena ondrej pavel petar petr petronela
  radka radu ramunas rasa razvan rokas ruta sandor sergei sergey serhiy simona slavica slobodan snezana stanimir stoyan
  svetlana tamas taras tatiana tatyana tetyana tomislav vaclav vadim valentina vasile vasyl veselin vesna viktor viktoriia
  vilma violeta viorel vladimir volodymyr vytautas yana yaroslav yevgeny yulia yuliya yuri zdenka zeljko zoltan zoran zsofia zsuzsa
  aarav aarti abha abhijit abhishek aditi aditya ajay akash akshay amit amita amitabh amol amrit amrita anand ananya anil
  anish anita anjali anjana ankit ankita anuja anupama anuradha anushka aparna archana arjun arun aruna arvind asha ashok
  ashwin atul avinash avni balbir baldev baljit balwinder balwant bharat bharati bhavesh bhavna bhavin bimal bina chandra
  charanjit chetan chirag daljit darshan deepa deepak deepika deepti devi dev dharmesh dilip dinesh dipak dipti diya divya
  gagandeep ganesh gaurav gauri geeta girish gita gopal govind gurdeep gurdip gurjit gurmeet gurmit gurpreet gursharan
  harbhajan hardeep hardip hari harish harjinder harjit harpreet harsha harshad hema hemant hetal himanshu hiren indira
  inderjit ishaan ishani jagdish jagjit jagtar jasbir jaspal jaspreet jasvinder jaswinder jatin jaya jayant jayesh jayshree
  jignesh jitendra jyoti kailash kalpana kamal kamaljit kamla kanta karan karthik kaushik kavita ketan kirit kiran kishan
  komal krishna kuldeep kuldip kulwant kulwinder kumar lakhbir lakhwinder lakshmi lalita lata leela madhu madhuri mahendra
  mahesh malati mandeep manisha manish manjit manjula manoj manpreet maya meena meenakshi meera mehul minal mitesh mohan
  mohinder mohini mukesh nalini nand nandini naresh narinder narendra naveen navdeep navjot neel neelam neeraj neeta neha
  nikhil nikita nilesh nimisha nirmal nirmala nisha nishant nitin padma pallavi pankaj paramjit parminder parul parvati
  pinal piyush pooja prabhakar pradeep prakash pramod pranav prasad prashant pratibha praveen prem preeti pritam priti priya
  priyanka pushpa radha raghav rahul raj raja rajan rajani rajendra rajesh rajeev rajinder rajiv rajni rakesh rakhi ram rama
  raman ramesh ranjit ranjan rani rashmi ravi ravinder reena rekha renu resham ritesh ritu rohan rohini rohit roopa rupa
  rupinder sachin sahil sameer sandeep sandip sangeeta sangita sanjana sanjay sanjeev santosh sarita saroj saroja satish
  satnam satwinder savita seema shalini shanta shanti sharda sharmila sheetal shilpa shivani shobha shreya shyam simran sita
  sneha sonal sridhar srinivas subhash sudha sudhir sukhdev sukhjit sukhvinder sukhwinder suman sumit sunil sunita suresh
  surinder surjit sushil sushila swati tara tarun tejal trupti uday uma umesh urmila usha vandana varsha vasant vibha vijay
  vijaya vikas vikram vimal vinay vinod vipul viral vishal vivek yash yogesh
  arumugam balasubramaniam ganeshan kandiah kanagaratnam kavitha murugan nirosha pathmanathan ponniah prabha rajeswari
  ramanathan selvam senthil shanthi sivakumar suganthi thangam thayalan thilaka vasuki yogeswaran
  aisha aasiya abdelkader abdul abdulaziz abdulkadir abdullah abdullahi abdulrahman abdur abid abida adeel adil adnan afsana
  afzal ahmad ahmed aiman akbar akhtar alaa aliya alia allah amal amani ambreen ameena ameer amer amin amina aminata amira
  ammar anas aneela anisa anwar aqib areeba arif arshad asad asif asim asiya asma asmaa assia atif atiya ayaan ayaz ayesha
  ayman aziz aziza azra basheer bashir basma bassam bilal bilqis bushra dalia dina ehsan eman emad esra fadi fahad fahim
  faisal faiza farah fareed farhan farida farooq farouk farrukh farzana fatema fatemeh fatima fatma fawzia fayaz ghada ghazala
  ghulam habib habiba hadia hadiza hafiz hafsa hafsah haider hajra hakim hala haleema halima hamid hamida hamza hana hanan
  hanif haris haroon hasan hasina hassan hatem hawa hayat hiba hind huda humaira humayun husam husna hussain hussein ibrahim
  ibtisam idris iffat iftikhar ihab ijaz ikram iman imran imtiaz inam iqbal iqra irfan irum ishaq ishrat ismail isra jabir
  jafar jahangir jalal jamal jameel jamil jamila javaid javed jibril junaid kadir kaleem kamran karim karima kashif kauser
  khadija khadijah khaled khalid khalida khalil khalida khawla khurram laila lamia latif layla leila lina lubna luqman maha
  mahira mahmood mahmoud maisha majid malak malika manal mansoor mariam mariyam marwa marwan maryam masood maysa mehmood
  mehreen mehwish mohamad mohamed mohammad mohammed mohamud mohsin mona mubarak mudassar muhammad muhammed mukhtar mumtaz
  munira munir musa mushtaq mustafa nabeel nabil nabila nada nadeem nader nadia nadir nadira naeem naheed naila naima najma
  naseem naseer nasim nasir nasreen nasrin nawal nawaz nazia nazir nazma nesrine nida nighat noman noor noora noreen nosheen
  nour noura nuha nusrat omar omer osama othman parveen qasim qaiser rabia rachid raed rafiq rahim rahima rahma raheela rahila
  rais rana rania ranya rashid rashida rasheed rauf razia razaq reem rehana rehman rida rifat riyad rizwan rizwana robina
  rubina rukhsana ruqayya saad saba sabah sabiha sabina sabir sabrina sadaf sadia sadiq safa safia safiya sahar saif saira
  sajad sajid sajida salah saleem saleh salem salim salima salma salman samar sameena sameera sameh sami samia samina samir
  samira sana saqib sara sarfraz sarwar sawsan sayed shabana shabir shabnam shafiq shaheen shahid shahida shahnaz shahzad
  shaista shakeel shakil shakira shams shamim shamima shanaz shazia sheikh sherif shireen shoaib sidra sohail sohaila
  soumaya sufyan suhail suhaila sulaiman suleiman sultan sultana sumaira sumaiya sumayyah sumera syed syeda tabassum tahir
  tahira talat talha tanveer tanvir tarek tariq tasneem tayyab tayyaba ubaid umair umar usama usman uzma waheed waheeda wahid
  wajid waleed walid waqar waqas waseem wasim wisam yahya yakub yaqoob yasin yasir yasmeen yasmin yassin yousef youssef
  yunus yusra yusuf zafar zaheer zahid zahida zahir zahra zaid zain zaina zainab zakaria zakia zaki zaynab zeenat zeinab
  zeeshan ziad zia zohra zubair zubaida zulfiqar zulekha
  ahmet ali aylin aynur ayse azra baran behnaz berat burak bulent can cem cemal cigdem deniz dilek ebru ece efe elif emel emine
  emre ender erdem erkan esma fatih ferhat fevzi figen gamze gokhan gul gulay gulsen hakan halil hatice huseyin ilhan
  ismet kemal kerem leyla mehmet melek meltem mert meryem murat mustafa nazan necla neslihan nevin nuray nurcan okan omer
  onur ozan ozgur ozlem pinar recep selin sema serap serdar serkan sevgi sevim songul suleyman tuncay turgut ugur yasemin
  yildiz yilmaz zehra zeynep
  arash arezoo azadeh babak bahram behrouz dariush elham fariba farideh farhad farshad forough golnar hamideh hossein
  javad kaveh keyvan leili mahnaz mahsa mahtab maryam masoumeh mehdi mehrdad mina mitra mohsen mojgan morteza nasrin nazanin
  niloufar parisa parvin pejman reza roya saeed sepideh shahin shahram shirin siavash simin soheil sohrab soraya taraneh zahra
  ghulam gulalai jamshid khatera mirwais najib najiba nargis nasrullah palwasha sediqa shukria spogmai wahida zabihullah zarmina
  abdi abdifatah abdirahman abdirashid abena abimbola abiola abosede ade adebayo adebola adebisi adekunle adeola adeolu adesua
  adetokunbo adewale adjoa adunni adwoa afia afua ahmadu aidoo ajayi akin akinwale akosua akua akwasi amadou amaka ama
  amarachi aminu anan anyango arinze asha asante ayanda ayodele ayomide ayotunde azubuike babajide babatunde baraka blessing
  bolanle bongani boubacar bukola busisiwe chiamaka chibueze chibuzo chidi chidiebere chidinma chidubem chiedza chigozie
  chika chikaodili chike chima chimamanda chinedu chinelo chinonso chinwe chinyere chioma chipo chisom chizoba chukwuebuka
  chukwuemeka chukwudi chukwuma danjuma dayo dumisani ebele ebenezer ebere ebony ebunoluwa edidiong efosa efua ego ekaette
  ekene ekow emeka emmanuel enitan enoch esi eshe ese etim evans ezekiel ezinne farai fatou fatoumata femi folake folasade
  funmi funmilayo funke gbemisola gift habiba hakeem halimatou hodan idowu ifeanyi ifeoma ifunanya ige ikechukwu ikenna
  ikram ini isatou isioma itunu iyabo jelani jomo juma kabiru kamau kareem kehinde kelechi khadra kofi kojo kudzai kunle kwabena
  kwadwo kwaku kwame kwasi kwesi lamin lerato lindiwe lungile lwazi makena mamadou mandisa mandla mariama maimuna
  mbali mohamud moussa mpho mutasa mwangi nana nandi nadifa ndidi ndubuisi neema ngozi njeri njoki nkechi nkem nkemdilim nkosana
  nomsa nomvula nonhlanhla nkosi nosipho nsikak ntombi nuru nyambura nyasha nyokabi obinna obioma ochieng odion oghenekaro
  okechukwu okon okwudili ola olabisi oladele olalekan olamide olanrewaju olatunde olayinka olivia olu olubunmi oluchi olufemi
  olufunke olumide olusegun olushola oluwadamilola oluwaseun oluwatobi oluwatosin omolara omotola onome onyeka onyekachi
  opeyemi osagie osaze oumar paa rotimi rufaro rudo sade sadia sahra sanaa sekai segun seun shamiso sibongile sibusiso simisola
  sipho siyabonga solomon tafadzwa taiwo takudzwa tanaka tapiwa tatenda temitope temitayo tendai tendayi thabo thandeka thandi
  thandiwe thulani titilayo tobi tobiloba tolu tolulope tope toyin tsitsi tunde uche uchechi uchenna udo ugochi ugochukwu ugonna
  unathi usman uzoma vusi wairimu waithera wambui wangari wanjiku wanjiru warsame wanja yaa yaw yakubu yejide yemi yetunde
  yewande zainabu zanele zandile zola zubeda zuri
  abebe abeba abel adanech almaz amanuel aster aynalem bereket berhane biruk dawit desta eden elsa ephrem ermias etenesh
  feven filmon genet girma haile helen hirut kidane kidist lemlem luwam mebrat mehret merhawi meseret meron mulu natnael
  rahwa robel saba samrawit selam selamawit semhar senait simret solomon tadesse tesfaye tewodros tigist tsegay tsehay
  yared yohannes yonas yordanos zewdi
  aiguo baoyu bingbing bowen chaoyang chunhua chunmei cuiping daming dandan dongmei fang fangfang fengying guang guanghui guiying guofeng
  guoqiang haiyan hao haoran haoyu hongmei hongyan huifang huimin huiying jiahao jiahui jiaming jianguo jianhua jianjun
  jianping jiawei jiayi jing jingyi jinhua jun junhui junjie kaiwen lanying lihua lijuan liling lili liping liqin lixin
  meihua meiling meiying minghua mingzhe mingyu peng pengfei qiang qiaoling qing qinghua qiuyan rong ruixin shan shaohua
  shufen shulan shuying shuzhen siyu suping tao tingting weiguo weihong weijie weimin weiming wei weiwei wenjie wenjing
  wenjun xia xiang xiaodong xiaofang xiaohong xiaohua xiaojun xiaoli xiaoling xiaomei xiaoming xiaowei xiaoyan xiaoyu xin
  xing xinyi xinyu xiuhua xiulan xiuying xiuzhen xue xuemei yan yanling yanping yifan yihan yijun yiming ying yingying
  yong yongqiang yuan yuchen yue yufen yuhan yulan yumei yun yuqing yutong yuxuan yuzhen zhen zhenhua zhigang zhihao zhimin
  zhiwei zhiyong zihan zixuan ziyi zhiqiang
  binh bao dung duc giang hanh hoa hoang hong hung huong khanh lan linh loan minh ngan ngoc nguyet nhung phuong quang quoc
  quyen thao thanh thi thu thuy tien trang trinh tuan tuyet van viet vinh xuan yen
  aiko akiko akira chiyo emiko fumiko haruka haruki haruto hiroko hiroshi ichiro kazuko keiko kenji kiyoshi kumiko makoto
  masako mayumi megumi michiko minoru miyuki naoko noriko reiko sachiko sakura satoshi shigeru takashi takeshi takumi tetsuya
  tomoko toshio yoko yoshiko yuki yukiko yumiko yuto
  eunji hyejin hyunwoo jihoon jimin jisoo jiwoo jiyoung kyung minho minji minjun minsu seojun seoyeon seung sooyoung sujin
  sunhee youngho youngja yuna
  alejandra alejandro alvaro amparo ana andres ariadna beatriz benedita caio camila carlos carmen catarina cristiano cristina
  diego duarte eduardo enrique ernesto esperanza esteban estrella fabio fernanda fernando filipa filipe francisca francisco
  gabriel gonzalo guillermo gustavo ignacio ines isidro javier joao joaquim joaquin jorge jose juan juana julio leonor lourdes
  lucia luis luisa mafalda manuel marcela marcelo margarida mariana mateo mauricio miguel montserrat nuno pablo paloma paulo pedro
  pilar raquel raul ricardo rodrigo rosario santiago sergio silvia susana teresa thiago tiago vasco vicente xavier ximena
  alessandra alessandro antonella chiara concetta davide domenico emanuele enrico federica federico filippo francesco gennaro
  giacomo gianluca giorgio giovanna giovanni giulia giuseppe lorenzo luca luciano luigi marcello marco massimo matteo michele
  nicolo paola paolo pasquale piero pietro raffaele riccardo roberto rosaria salvatore silvio simone stefano tommaso umberto vincenzo
  antoine benoit camille cedric celine claude delphine didier elodie etienne florian francois francoise gaelle genevieve
  gilles guillaume helene herve isabelle jacques jerome josee laurent lucie marc mathieu mathilde maxime mireille monique
  nathalie nicolas odile olivier pascal philippe pierre raphael regine remi rene sandrine solange stephane sylvain sylvie
  thierry veronique virginie yves
  andreas anke annelise bernd birgit birte brigitte christoph dieter eberhard elke friedrich fritz gerda gerhard gisela
  gunther hans heidi heike heinrich heinz helga helmut horst ilse ingeborg ingrid jens joachim johann johanna johannes
  juergen jurgen jutta katja klaus konrad kurt lars liesel lothar ludwig manfred markus matthias monika ottilie petra
  rainer reinhard rolf rudolf sabine sigrid silke stefan susanne thorsten traudl ulrich ulrike ursula uwe uschi volker
  waltraud werner wilhelm wolfgang
  anneke annika astrid bjorn dirk erik freja gerrit gunnar gudrun hanneke hendrik henrik ingeborg jeroen jesper joost
  kirsi kjell lasse leif lotte maarten magnus marieke mette mikkel mikko niels olav oystein pieter ragnhild rasmus saskia
  sigurd sissel solveig soren sven terhi timo torbjorn trond wilhelmina wouter
  alexandros anastasios angeliki athanasios christos despina dimitra dimitrios dimitris eleftheria eleni evangelia georgios
  giannis ioanna ioannis kalliopi konstantinos konstantina kyriaki kyriakos maria nikolaos panagiota panagiotis paraskevi
  sofia sokratis spiros stavros stelios theodoros vasiliki vasilis yannis
  avi avigail avraham chaim chana chaya devorah dov dvora eitan eliezer esther gershon gittel hadassah leib malka menachem mendel
  mordechai moshe noam pinchas rivka rochel shimon shira shlomo shmuel shulamit tamar tova tzvi yaakov yael yehuda yisroel
  yitzchak yocheved yosef zalman
  arnel cherry corazon danilo efren erlinda estrelita evangeline jhun jocelyn liezl ligaya lito luzviminda maricel maricris marites
  marivic nenita nestor remedios rodel rogelio romeo rowena ruel teodora virgilio`;

/** Such as are plain words, months or places too: they name somebody only with a surname that is known. */
const alsoWords = `
  blessing precious comfort patience innocent prosper praise peace goodness wisdom happiness justice
  amber april art august austin autumn bill blossom brook brooke carter chase chuck clay cliff coral crystal daisy dale dawn
  dean drew earl eden eve faith fern flora frank gene gift ginger glen grace grant guy hazel heath holly hope iris ivy jade
  jasmine jay jewel joy june lance lee lily mark max may melody mercy miles myrtle olive opal paige 
  paris pat pearl peg penny piers poppy precious prince ray reed rex rich river robin rod rose rowan ruby rusty sandy
  saffron sage scout sky skye sienna spike sterling stone storm sue summer sunny sunday tad troy van 
  violet wade ward warren will willow woody wren 
  autumnal basil bonnie bonny bradley chad chester coral courtney curtis dick dot dudley fay fletcher flo fraser hal homer india jackson jan jo jon jules kim kirk kitty lacey lance laurel lyle mitchell monty murray ned otis perry phil portia quincy sheridan ted theo tod tyler vernon walt warwick wesley whitney willis jed
  blessing can baran ali ama an bao bay bo ego en esi hong ini ino jean juma jun kit kin lan min ming mona ola pa pin ping qing
  raja ram sol sun tan tao thi thu tien ting tobi tope udo wang wei wen yan yang ying yong yuan yue yun non medi song cem ender efe
  deniz selam saba sana sema serap cadi mali moses viet trang fang shan xing peng guang qiang
  chelsea jordan georgia israel carolina lincoln sydney nelson preston clifton milton trinity salem barra cyprus rhodes valencia
  regina santiago lourdes adelaide stirling ross blair harris lewis`;

/** Plain surnames, which name somebody alone too, and such as are plain words or English places. */
const surnamesThatName = `
  greenidge walcott lashley brathwaite beckford weekes worrell
  abara abdallah abdelaziz abdelrahman abdi abdulle abebe abiodun abubakar achebe acheampong achterberg adamczyk adamek adamowicz
  adebayo adebisi adeleke adesanya adeyemi adeyinka adegoke adekoya adichie adigun afolabi afolayan agarwal aggarwal
  agyeman agyemang ahluwalia ahmadi ahmadzai ajayi akande akhtar akinola akintola akinwande akpan alam albrecht alhassan amankwah
  amoah ampofo anand andersen andersson andrade ansah antonopoulos anyanwu appiah araujo arora asamoah asante asare ashraf
  atta aslam awad awan azikiwe babangida bachchan bahadur bajwa balasubramanian balogun banda bandara banerjee bangura bansal
  baptiste barzani bekele benali benitez bergmann bhardwaj bhatia bhatt bhattacharya bhatti bhogal bhogal bianchi biswas boakye
  boateng bogdanov borkowska borkowski bouazizi boucher buhari cabral campos carvalho castillo castro chaudhary chaudhry
  chaudhuri chatterjee chavda chavez chebet cheung chikwanha chigumba chinwe chinyama chiang chong choudhary choudhury
  chowdhury chukwu chukwuemeka cisse colombo contreras correia coulibaly czarnecka czarnecki czerwinski dabrowska dabrowski
  darko dasgupta dauda delgado dembele desai deshmukh deshpande dhaliwal dhanda dhanjal dhillon dhoni diallo diaz dinh
  diop dlamini dogan domingues dosanjh dubey duda dudek dutta echeverria edwardsson effiong egede eke ekwueme elbaz
  elhassan elmi elsayed eriksen eriksson esposito eze ezeh fadipe fagbemi falana farah farooqi fashola ferrara ferrari
  fernandes fernandez ferreira fischer florescu fofana fonseca francois gaikwad gajda gandhi garba garcia gebremariam gebre
  georgiou georgescu ghosh gomes gomez gonzalez goswami goyal grabowska grabowski grewal guerrero gunawardena gupta
  gutierrez guzman habte hadjiev haddad hagos haidari hakimi hamdan hammoud hansen hashemi hashimi hassan
  haidar haque hariharan hernandez herrera hirsi hoang hoffmann horvat horvath hossain hosseini huang hussain hussein huynh
  ibarra ibeh ibekwe ibrahim idowu igwe ionescu iqbal ismail issa ivanov ivanova iwu iyer jablonska jablonski
  jadhav jaiswal jalloh jamal jankowska jankowski jansen jaworska jaworski jensen jha jimenez johal joshi juarez
  kabir kaczmarek kalinowska kalinowski kamara kamau kaminska kaminski kanagasabai kannan kapoor karim karki
  karlsson karimi katz kaur kebede keita kelechi khalaf khalid khan khanna khatun khumalo khurana kibet kiplagat kipkemboi
  kohli kostas kostov kovac kovacs kovalenko kowalczyk kowalska kowalski kozak kozlowska kozlowski krawczyk kravchenko
  krishnan krol kruger kucharska kucharski kulkarni kumari kurek kwarteng kwiatkowska kwiatkowski kyei lal lewandowska
  lewandowski lindqvist lopes lopez luong mahlangu mahmood mahmoud majewska majewski malhotra malinowska malinowski malik mandal
  mansour markovic martinez martins mazur mbeki medeiros medina mehta mehra mehmeti mekonnen melnyk mendes mendez mendoza
  mensah menon mendoza meier meyer michalak michalska michalski mirza mishra mistry mitra mkhize mohamud mohan molina moreau moreno moretti
  morales moreira moyo mukherjee mukhopadhyay muller muniz munoz murthy mutasa muthoni mutua mwale mwangi nadar naidoo naidu nair
  nakamura nandakumar narayan narayanan nasser naqvi nawrocki ncube ndiaye ndlovu negash nguyen nikolaou nikolov niyazi njoroge
  nkosi nkrumah novak novakova nowak nowakowska nowakowski nowicka nowicki nwachukwu nwankwo nwosu nyambura nyoni
  obasanjo obi obiora odhiambo odinga odunayo odukoya oduya ofori oforiwaa ogbonna ogunbanjo ogundipe ogunleye ojo okafor okeke
  okereke okolie okonkwo okoro okoye okpara olaniyan olawale oliveira olofsson olsson olszewska olszewski omondi
  onyango onyeka onwuachi oparah opoku ortega ortiz osei osman otieno ouattara ouedraogo ouma owusu oyelaran oyekan ozturk
  pacheco padilla papadopoulos papadopoulou parekh parmar patel pathak patil pawlak pawlowska pawlowski perera
  pereira perez petersen petersson petrenko petrov petrova petrovic pham phiri piatek pietrzak pillai pinheiro piotrowska
  piotrowski popescu popov popova prajapati prasad purohit qasim qureshi raghavan rahimi rahman rajagopal
  rajan rajput ramachandran ramanathan ramaswamy ramirez ramos ranganathan ranjan rao rasool rathore rauf rawat razaq reddy
  rehman rezaei ribeiro ricci rivera rizvi rocha rodrigues rodriguez romero rossi rosenberg rosenthal rossini rukmini rusu russo rutkowska
  rutkowski sadowska sadowski sahin sahni saini salazar saleh salim sanchez sandhu sanghera sankoh santos sarkar sawicka
  sawicki schmidt schneider schroeder schulz schwartz sekhon selassie sesay sethi shah shaikh shamsi sharif sharma
  shekhawat shevchenko shinde shrestha shukla siddiqui siddique sidhu sidorov sikora silva simelane singh sinha sithole
  sivakumar sithebe sobczak sokolowski somasundaram soni sorensen sosa souza srinivasan srivastava stefanska stefanski subramaniam subramanian
  suarez sundaram suzuki svensson swamy szczepanska szczepanski szabo szewczyk szymanska szymanski takahashi tanaka tandon tedesco tekle
  tembo tesfamariam thakkar thakur tiwari toure traore trivedi tshabalala turay tyagi
  udoh ugwu umar urbanska urbanski usman uwais uzor vaidya varga vargas varghese vasquez vaz velasquez venkatesan verma vieira virdee
  volkov vu wagner walczak wankhede warsame wasilewska wasilewski waweru weber wanjiku wieczorek wilczek wisniewska wisniewski
  witkowska witkowski wojciechowska wojciechowski wojcik wozniak wroblewska wroblewski yadav yamamoto yeboah yildirim yilmaz yohannes
  yusuf zaidi zajac zaman zakharov zalewska zalewski zawadzka zawadzki zhang zheng zhou zhu zimmermann zielinska zielinski ziolkowska zulu zuma
  zhao xie xu guo huang luo cai zeng tsang tse kwok leung yeung wong cheung chu
  llewellyn llewelyn gruffydd gruffudd gwynne pritchard probert prothero pugh rhydderch rosser bevan bebb benyon cadwaladr
  ellis-davies eynon goronwy heddwyn jenkin morgan-jones nevin parry powell prydderch treharne trahearne tudur vaughan
  breathnach byrne brennan cahill callaghan casey cassidy clancy coghlan coleman connolly conroy considine corcoran corrigan costello
  cotter coughlan crowley cullen cunningham curran daly delaney devlin doherty donnelly donoghue doyle driscoll duffy dunne fagan
  fahey fallon farrell feeney finnegan finnerty flaherty flanagan flynn foley gallagher galvin geraghty gilligan gorman
  griffin hanrahan hegarty hennessy hickey hogan keane kearney keating keegan keenan kelleher kenneally kennelly kiely kilbride
  kirwan lenihan loughlin lynam lysaght macken madden maguire mahony mallon malone maloney mannion mcauliffe meagher meehan
  molloy moloney monaghan mooney moran moriarty moynihan mulcahy mulligan mulvaney mulvihill murnane murtagh nolan noonan nugent
  oconnell oconnor odonnell odriscoll oflaherty ogrady ohara okeefe oleary omalley omahony oneill oreilly oshea osullivan otoole
  phelan quigley quinlan quirke rafferty redmond reidy reilly rooney ruane scanlon scully shanahan shaughnessy shea sheehan
  sheridan sullivan sweeney tierney toner toomey treacy tuohy twomey tynan`;

const surnamesAlsoWords = `
  hinds headley griffith sobers gayle
  adams ahmad ahmed akhtar akbar alexander ali allen an anderson andrews archer armstrong arnold ashton atkins atkinson austin aziz
  bailey baker baldwin ball ballard banks barber barker barlow barnes barnett barrett barry bartlett barton bass bates baxter beattie
  beaumont beck becker bell bennett benson bentley berg berry best bird bishop black blackburn blackwell blair blake bloom bolton
  bond booth bowen bowers bowman boyd boyle bradley bradshaw brady bray brewer bridges briggs bright brooks brown browne bruce bryant
  buckley bull burgess burke burns burrows burton bush butcher butler byrd caldwell cameron campbell cannon carey carlson carpenter carr
  carroll carson carter cartwright chambers chandler chang chapman charlton chen church clark clarke clayton clements coates cohen cole
  coles collier collins connor cook cooke cooper corbett cotton cox craig crawford cross cruz curtis dale dalton dam daniels das
  davidson davies davis davison dawson day dean delaney dennis dickson dixon dobson dodd donaldson douglas drake drew duncan dunn dyer
  eaton edge edwards elliott ellis ellison emerson english evans everett example faulkner fenton ferguson field fields finch finlay fisher fleming
  fletcher flores flowers forbes ford forster foster fowler fox francis franklin franks fraser freeman french frost fry fuller gamble
  gao garbett gardiner gardner garner garrett george gibbons gibbs gibson gilbert giles gill glover goddard goldberg golding goldstein
  goodman goodwin gordon gough grace graham grant graves gray green greene greenwood gregory grey griffiths grove guest hall hamilton
  hammond hancock hardy harding harper harrington harris harrison hart hartley harvey hawkins hay hayes haynes hayward haywood head heath
  henderson henry herbert hewitt hicks higgins hill hilton hines ho hobbs hodge hodges hodgson holden holland holloway holmes holt hood
  hooper hope hopkins horne horton houghton howard howarth howe howell howells hu hubbard hudson hughes humphrey humphreys hunt hunter hurst
  hutchinson ingram irving irwin jackson jacobs jackman james jarvis jefferson jenkins jennings jin johns johnson johnston johnstone jones jordan joseph
  joyce kane kay kaye kelly kemp kendall kennedy kent kerr khan kim king kirby kirk knight knowles knox kumar lam lamb lambert lane
  lang larson law lawrence lawson le leach lee legg leigh lennon leonard leslie lester levy lewis li lim lin lincoln lindsay lister
  little liu livingstone lloyd lock locke logan long lord love lowe lowry lucas luke lynch lyons ma macdonald mackay mackenzie mackie
  macleod maclean manning mann marks marsh marshall martin mason massey matthews maxwell may mccarthy mellor mercer meredith
  metcalfe michael middleton miles miller mills milne mitchell mohamed mohammed monk montgomery moody moon moore moreton morgan morris
  morrison morrow morse morton moses moss mo mullen mullins munro murphy murray myers nash naylor neal nelson newell newman
  newton ng nichols nicholson nixon noble norman norris north norton nunez oakes oakley oliver olsen osborne owen owens ong
  page palmer park parker parkes parkin parkinson parks parrott parsons partridge patterson paul payne pearce pearson peck perkins perry peters
  peterson phelps phillips pickering pierce piper pitt plant pollard pool poole pope porter potter potts powers pratt preston price
  prince pritchard pryor pugh qin quick ramsay ramsey randall ray raymond read reade redman reed rees reese reeves reid reyes reynolds rhodes
  rice rich richards richardson richmond ridley riley ritchie roach roberts robertson robinson robson rodgers rogers rose rosen ross rossiter
  rowe rowland rowley roy ruiz russell rutherford ryan ryder sampson samuel samuels sanders sanderson saunders savage sawyer schofield
  scott sellers sharp sharpe shaw shelton shepherd sheppard shields short silver simmons simon simpson sims sinclair skinner slater
  sloan small smart smith solomon song soto sparks spence spencer stafford stanley stanton steele stein stephens stephenson stevens
  stevenson stewart stokes stone storey strong stuart summers sun sutherland sutton swan swift sykes tait talbot tam tan tang tanner
  tate taylor thomas thompson thomson thornton thorpe tiler todd tomlinson tong townsend townsend travis tucker turnbull turner tyler underwood
  valentine vance vaughn vega vincent vogel wade walker wall wallace waller wallis walsh walter walters walton wang ward warner warren washington
  waters watkins watson watt watts weaver webb webster weeks wei weiss welch wells west weston wheeler whelan white whitehead whitehouse
  whittaker wilcox wilde wilkins wilkinson williams williamson willis wilson winter winters wise wolfe wood woodman woods woodward wright wu wyatt
  xia yang yates young yu yuan doe ellery ellwood higgs roe vale voss
  abbott acton ainsworth aldridge alcock allsop ambrose appleby appleton arkwright ashby ashcroft askew aspinall astley atherton attwood bagshaw bairstow bamford
  barlow barraclough barrow batty bayliss beardsley beckett bellamy berwick birtwistle blackmore bloggs blount bottomley bracewell braithwaite bramley broadbent brocklehurst bromley
  burgess butterworth capstick chadwick cheetham clegg cleverley clough cockburn coldwell collingwood copeland cornish cosgrove cowell crabtree crompton crossley
  cunliffe dawes denham dewhurst dewar drummond duckworth dunbar earnshaw eccles entwistle fairbairn fairbrother fairclough fawcett featherstone fielding fothergill foulkes gallacher
  galbraith garside gillespie goodall gregson greenhalgh grimshaw haigh hallam halliwell hanley hardcastle hargreaves harwood haslam haworth heaton hemingway hepworth heywood hirst hitchcock holroyd hopwood
  horsfall hoyle huddleston hyde illingworth ingham inglis jagger jephson jessop kenyon kershaw kitchen laidlaw lancaster leadbetter lightfoot linley littlewood lockwood lomas longbottom lumley
  mather mcallister mcbride mcdonald mcgregor mckay mckenna mckenzie mclean mcleod mcmillan mcneil mcpherson melville menzies midgley mortimer muir naismith nesbitt nettleton newbold nightingale nuttall oakes oakley ogden ollerenshaw openshaw orwell oldham
  pargeter paterson pemberton penhaligon pickles pilkington pinder popplewell postlethwaite prescott priestley proctor radcliffe ramsbottom ratcliffe rawlings redfern renshaw rigby rimmer
  rishworth rothwell rowbotham rushworth sagar salisbury sandford scholes seddon sedgwick shackleton shuttleworth sidebottom skelton smethurst snowden southworth speight spooner standish starkey stirling stott stringer sugden
  sutcliffe swindells tattersall tennant thackeray thornber threlfall thwaites tindall tolley trelawney trevithick tunstall turnbull tweedie twigg tyson unsworth urquhart varley verity wadsworth wainwright wakefield walmsley warburton wardle waterhouse
  wetherall whalley wheatley whitaker whitfield whitelaw whittle whitworth wigglesworth wilcock wildman winterbottom winstanley wolstenholme womersley woolley worthington wrigglesworth wragg yardley
  begum bibi kaur devi bhai dimitrov kazlauskas ghebre abdallah bennani cherif bouzid hamidi mansouri sharifi ahmadi rostami jafari moradi
  kutty nambiar iyengar kamath shetty hegde gowda naik jayawardena wickramasinghe fernando ranasinghe dissanayake gurung tamang rai limbu thapa maharjan
  kiss gill sall dang sen lau kwan chan vo forde dube costa kang basu popa klein keller nel raja juma fatima imam jama jain rana toth yip deng xiao feng jiang peng cheng tran hanif arif farouk bose regan quinn kalu`;

/** Given names that are plain words, months or places too. */
export const givenAlsoWords = wordList(alsoWords);

/** All given names. */
export const givenNames = wordList(given, alsoWords);

/** Surnames that are nothing else, so that one of them alone names somebody. */
export const tellingSurnames = wordList(surnamesThatName);

/** Surnames that are plain words, places or given names too, or so common that one alone names nobody. */
export const commonSurnames = wordList(surnamesAlsoWords);

/** Every name of these lists. */
export const allNames = wordList(given, alsoWords, surnamesThatName, surnamesAlsoWords);
