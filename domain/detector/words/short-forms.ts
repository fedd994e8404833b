/**
 * Short forms of notes beyond those of `recognisers/shorthand.ts`: of general practice, wards, theatres, therapists and laboratories
 * in the United Kingdom and America. Such as mean anything in an office are left out.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Written in any case. */
export const shortForms = words(`
  a&o abd'n abg abgs adm'd aki amb amb'd anaes  antibx aox3 asd asymp atfl avpu b/g bbb bcc bilat bipap bka bms bpd bppv
  bsl bx c-collar cabg cbg cbgs cbt ccf  chf cpap crt crts csf csu cvp cvs cxs d/c'd d/n dc'd  dexa dka dmard dmards
  dorsi dtr dtrs dvt ebl ecchy edd efw  eoe epds ercp esbl ett eua exac exacs ext'n f/h fev ffd fhh fhhr flex'n fnac frx
  ftt g-tube gastro gca gfr  gynae h&p haem hbb hbh hcc hdu hep-lock hfnc hfno hfpef hfref hsm i&d icp icu idc idwg imms
  incont indep    irreg itu ivab ivabx ivdu ivf ivi jic jvd kub lbbb lbw lca lft's lido lll lma lmwh lul  lvef
  lvf mae mane mcl mcv mdi meds mets mgus  mmhg mmr mrsa msu mvc mvr nebs neuro nicu nka nkma nof npo ns/ntr nsaid's nsr
  nstemi o/a o/w o2 obs  onc ortho osa otc p/o pacu paed paeds panc pbc pco2 pcv pe'd perla perrl pf's picc pid plts pmb
  pmr pna po2 pod1 pod2 pod3 pod4 ponv postop ppm preop primip prox psych ptca ptsd pulm pvd px q12h q2h q3h q8h qam qhs qod
  qpm quads r/c rbbb rbcs recs rll rlq rml rtw rul rvr rx'd sah sats sbo sbt scbu sdh si/hi sicu slnb snt sob spo2 stemi subcut
  subq  suppos  swb sympt tahbso tbi tef tfl tgn tha  tka tlh tm's tmax tmj tol tpn tpr trab trach  tte tto
  turbt turp tvt txa u/a u/o uop uss utd utis v/s vbg vfs vfss vre vss vte wbc wbcs wcc wob xr xrays y.o yof yom`);

/** Only as they are written here: in small letters they are words, or in other trades something else. */
export const capitalForms = words(`
  ABG ACJ AHI AMHP AMU ANA ANCA APH ASIS BCx BDP BKA BLE BPAD BPH BUE BiPAP CABG CBC CCU CKC CMHT CPAP CSF CSME CTKUB CTPA Cx
  DEXA DNI DNR DOLS DSH DTOC ED EDD EEG EFM EHL EMG EOMI ERCP EUPD EUS FDL FFP FHL G1P0 G2P0 G2P1 G3P1 G3P2 GAD GCA GDM GHJ GIC
  HCT HDU HEENT HFNO HPV HSM HTT HVS ICU INR IPJ ITB ITU IUGR IVAB IVI JEJ KUB LBBB LGA LKKS LLE LMWH LOP LTOT LUE LVH LVSD Lx
  MCH MCL MCP MCPJ MCV MDT MRCP MSLT MSU MTP NGT NICU NIV NNU NPDR NSR NVB OCD OGD OHD OSA PAF PCL PCO PDR PFJ PICU PMPR PMR
  PND POAG PPH PRBC PSIS PTSD PTWR PVD Px RBBB RIG RLE ROS RSD RUE RhA SAU SCJ SGA SLE SLT SNT STI STJ SVT TFCC TFL TMTJ TTA
  TTAS TTE TTWB TWOC Thx UCL UCx ULTT VBG VMO VSS VTE WBAT ZF`);
