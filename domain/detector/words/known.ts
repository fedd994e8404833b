import { wordList } from "./word-list.ts";

/**
 * Words with a capital letter that are nobody: towns and counties of the United Kingdom, products and firms that a clinic deals
 * with, and the eponyms of its signs and diseases. From memory; what is missing here can make a harmless sentence be asked
 * about, and what a clinic's own people are called is told apart from it (`own-words.ts`).
 */
export const knownWords = wordList(`
  aberdeen aberystwyth bangor bath bedford belfast birkenhead birmingham blackburn blackpool bolton bournemouth bradford brighton bristol
  burnley cambridge canterbury cardiff carlisle chelmsford chester chesterfield colchester coventry crawley croydon darlington derby
  derry doncaster dorchester dover dundee durham eastbourne edinburgh exeter falkirk folkestone gateshead glasgow gloucester grimsby
  guildford halifax hartlepool hastings hereford huddersfield hull inverness ipswich kilmarnock lancaster leeds leicester lisburn
  liverpool llandudno llanelli london londonderry luton maidstone manchester middlesbrough newcastle newport newry northampton norwich
  nottingham oldham omagh oxford paisley perth peterborough plymouth poole portsmouth preston reading rochdale rotherham salford salisbury
  sheffield shrewsbury slough southampton southend southport stevenage stirling stockport stoke sunderland swansea swindon taunton telford
  torquay truro wakefield walsall warrington warwick watford wells wigan winchester windsor wolverhampton worcester worthing wrexham york
  berkshire cheshire cornwall cumbria devon dorset essex hampshire hertfordshire kent lancashire lincolnshire merseyside middlesex norfolk
  northumberland nottinghamshire oxfordshire shropshire somerset staffordshire suffolk surrey sussex wiltshire worcestershire yorkshire
  clwyd dyfed gwent gwynedd powys glamorgan anglesey pembrokeshire ceredigion lothian fife tayside ayrshire lanarkshire antrim armagh
  fermanagh tyrone england scotland wales ireland britain guernsey jersey gibraltar europe london's cymru lloegr
  english welsh scottish irish british polish romanian ukrainian russian french german spanish portuguese italian greek turkish arabic
  hindi punjabi urdu bengali gujarati tamil chinese mandarin cantonese japanese somali yoruba
  cliniko tm3 emis systmone docman orthanc chaperone outlook gmail google yahoo hotmail microsoft windows office excel onedrive
  sharepoint dropbox wetransfer whatsapp zoom skype teams adobe acrobat chrome firefox edge safari android iphone ipad macbook xero sage
  quickbooks stripe sumup mailchimp royal dpd evri fedex ups parcelforce hermes boots superdrug lloyds tesco asda amazon ebay argos
  bupa axa vitality aviva cigna allianz wpa simplyhealth nuffield spire ramsay circle healthcode physitrack heidi doctolib
  tesla vodafone virgin sky nhsmail accurx ardens edenbridge pharmacy2u medpro mdu mdds hcpc csp nmc gmc cqc ico
  parkinson alzheimer crohn baker bell thomas lachman mcmurray hawkins kennedy phalen tinel spurling finkelstein trendelenburg thompson
  simmonds neer faber fadir dupuytren osgood schlatter scheuermann perthes raynaud sjogren hashimoto graves meniere tourette asperger
  ping pong huntington marfan ehlers danlos paget barrett cushing addison achilles babinski romberg hoffman apley slump homan
  botox azzalure bocouture dysport juvederm restylane profhilo sculptra teosyal belotero dermaplan morpheus
  tigrinya amharic oromo lithuanian latvian estonian hungarian czech slovak bulgarian albanian serbian croatian bosnian slovenian
  macedonian kurdish sorani kurmanji farsi persian dari pashto sylheti malayalam telugu kannada marathi sinhala nepali thai
  vietnamese tagalog korean malay indonesian swahili shona zulu xhosa hausa igbo twi akan lingala krio wolof hebrew yiddish dutch
  flemish swedish norwegian danish finnish icelandic american canadian australian african asian caribbean jamaican nigerian ghanaian
  kenyan indian pakistani bangladeshi iranian iraqi syrian afghan lankan filipino brazilian mexican romany gaelic cornish latin
  makaton braille bsl muslim jewish sikh hindu catholic christian anglican methodist
  healthwatch unison rcn bma bda bapo rcot rcslt acas hmrc dvla dwp icb nice mhra sepa natural hse ofsted estyn cafcass phso
  nokia motorola huawei oneplus vauxhall ford toyota nissan volkswagen skoda renault peugeot citroen honda hyundai mercedes audi
  arjo invacare hillrom drager mindray philips welch allyn huntleigh oxford etac ottobock ossur blatchford
  barclays natwest santander nationwide monzo starling hsbc tsb revolut paypal worldpay siemens philips stryker zimmer biomet arthrex
  roche abbott medtronic olympus canon epson brother lexmark lenovo toshiba samsung panasonic sainsburys morrisons aldi lidl waitrose
  screwfix toolstation wickes ikea currys staples ryman viking initial biffa veolia stericycle rentokil otis kone eschmann seers
  msk hl7 snomed opencare writeupp jane splose carepatron semble heydoctor pabau clinicminds phorest fresha treatwell dentally
  exact carestream aerona sidexis bridgit dropbox jotform surveymonkey eventbrite calendly notion slack trello asana hubspot
  gdpr linkedin instagram facebook tiktok twitter snapchat telegram youtube netflix spotify
  ludlow wilmslow harrogate keighley skipton kendal penrith whitby scarborough bridlington grantham boston spalding kettering corby
  banbury bicester witney abingdon didcot newbury basingstoke andover aldershot farnham woking epsom dorking reigate horsham worthing
  hove lewes margate ramsgate dartford gravesend sevenoaks tonbridge ashford basildon southport brentwood harlow braintree ipswich
  lowestoft thetford ely huntingdon peterlee consett hexham morpeth alnwick berwick hawick galashiels dumfries stranraer oban thurso wick
  elgin peebles kelso arbroath montrose dunfermline kirkcaldy livingston motherwell hamilton greenock dumbarton clydebank ayr troon
  bangor larne ballymena coleraine limavady strabane enniskillen dungannon craigavon banbridge downpatrick lurgan portadown
  barry neath bridgend pontypridd merthyr aberdare caerphilly cwmbran pontypool ebbw abergavenny brecon builth lampeter cardigan
  fishguard haverfordwest tenby carmarthen dolgellau bala caernarfon porthmadog pwllheli holyhead rhyl prestatyn mold flint
  sch art arts reg regs para paras pt ch vol fig markdown wi-fi wifi word latex html whitstable herne deal faversham rye hythe sandwich
  mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
  christmas easter ramadan eid diwali hanukkah pentecost whitsun hogmanay halloween
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december caldicott gillick fraser macmillan marie curie samaritans citizens mencap
  clinig meddygfa ysbyty llun mawrth mercher iau gwener sadwrn sul
`);
