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
  christmas easter ramadan eid diwali hanukkah pentecost whitsun hogmanay halloween
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december caldicott gillick fraser macmillan marie curie samaritans citizens mencap
  clinig meddygfa ysbyty llun mawrth mercher iau gwener sadwrn sul
`);
