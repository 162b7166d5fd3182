/** Routes of telecoms operators and lenders; written for this project. `{a,b}` is a choice, `#` an identifier. */
import type { EndpointClass } from '../../../packages/core/src/vocabulary/index.js'

export const telecomAndLendingRoutes = {
  'Loan Application': `
POST {,lending,customers/#,credit,retail,personal,mortgage,auto}/{loan-applications,loans/apply,loan/apply,applications/loan,loan-application,loanApplications,mortgage-applications,credit-applications,loan-requests,loans/request,loans/application}
GET,PUT,PATCH {loan-applications,loanApplications,credit-applications,mortgage-applications,loan/applications,lending/applications}/#{,/status,/decision,/documents,/submit}
POST {loan-applications,loans,credit-applications,applications}/#/{approve,submit,decision,documents,underwrite,offers,reject,accept,withdraw-application,disburse}
POST {prequalify,prequal,pre-qualify,prequalification,pre-qualification,preapproval,pre-approval,prescreen,loans/prequalify,loan/eligibility,loans/eligibility,eligibility/check,affordability,affordability/check,loan-eligibility,credit/eligibility,check-eligibility/loan,loan/offers,loans/offers}
POST {underwriting,loan-origination,origination,loanOrigination,credit-decision,lending}/{decision,applications,submit,evaluate,apply,assess,quotes,offers}
GET,POST {credit-limit,credit-limits,credit-line,customers/#/credit-limit,credit/limit,creditline/increase,credit-limit/increase}
POST {applyLoan,applyForLoan,submitLoanApplication,loanApply,createLoanApplication,loanRequest,requestLoan,applyCredit,applyForCredit,bnpl/apply,financing/apply,lease/apply,credit-card/apply,cards/apply}
POST {mortgage,loan,loans}/{calculate,quote,rates,calculator,simulate,scenarios,emi}
GET,POST {prequalify,prequalification,prequal,pre-approval,preapprovals,underwriting,affordability}/{submissions,results,latest,status,#,offers,check,session,history,decision}
POST,GET {loan,loans,lending,mortgage,credit,financing}/{recommendations,eligibility,apply,application,applications,applications/#,request,requests,offers,decision,prequalify,preapproval,underwriting,underwriting/#,simulation,products/apply,documents/upload,employer,co-borrower,income-verification}
GET,POST {unsecured-loans,secured-loans,sme-loans,personal-loans,auto-loans,home-loans,student-loans,microloans,payday-loans,loan-offers,loan-products,loan-eligibility,borrowers,borrowers/#,originationapplications,loan-origination/applications}{,/#}
GET {loans,loan}{,/#,/#/status,/#/documents,/#/schedule}
`,
  'Credit Score': `
GET,POST {,customers/#,users/#,consumer,borrowers/#,me,applicants/#}/{credit-score,credit-report,credit-scores,credit-reports,creditscore,creditreport,credit-rating,credit-check,credit-checks,credit-profile,credit-history}
GET {credit-score,credit-report,credit-reports,credit-scores,creditScores,credit-checks}/{#,history,me,latest,current,factors,summary,simulate,refresh}
POST {credit-report,credit-score,credit,credit-bureau,bureau,creditbureau,credit-check}/{pull,check,request,order,generate,inquiry,dispute,disputes,score,report,simulator,refresh,run,soft-pull,hard-pull,consent}
GET,POST {credit,scores/credit,consumers,consumers/#,bureau,reports/credit,scoring,creditreporting,credit-data,credit-bureau,companies/#,business}/{credit-score,credit-report,tradelines,inquiries,credit-monitoring,creditworthiness,credit-rating,credit-summary,scorecard,credit-file,credit-history,credit-check/run,credit-reports/items,credit-score/recalc,credit-report/pdf}{,/#}
POST {getCreditScore,getCreditReport,pullCredit,checkCredit,creditInquiry,fetchCreditReport,creditScoreCheck,calculateCreditScore,softPull,runCreditCheck,creditBureauReport}
GET,POST {consumer-score,risk-score/credit,bureau-report,bureau-score,scoring/credit,score/credit,consumer-report,credit/scores,credit/reports,credit/score}{,/#}
`,
  'New Phone Activation': `
POST {,devices/#,sims/#,subscribers/#,esim,mobile,lines/#,esims/#}/{activate,activation,sim/activate,esim/activate,activate-sim,activate-device,device/activate,sim-activation}
POST {sims,sim,esims,esim,sim-cards,simcards,sim_cards}{,/register,/activate,/order,/orders,/provision,/purchase,/claim,/download,/swap,/replace}
POST,PUT {sims,sim,esims,sim-cards,sim_cards,simcards,iccid}/#/{activate,suspend,deactivate,resume,terminate,enable,disable,block,unblock,activation,reactivate,provision,state}
GET {esims,esim,sim/activation,esim/profiles,esim/profile,sims/activation}{,/#,/#/status,/#/qr-code,/#/qrcode,/#/activation-code}
POST {devices,device,handsets,imei}/{register,activate,activation,provision,claim,enroll,validate,check,bring-your-own}
POST,GET {imei,device}/{check/#,validate/#,#/eligibility,lookup/#,compatibility,status/#}
POST {activateSim,activateDevice,simActivation,activateEsim,registerDevice,registerSim,provisionEsim,esimOrder,orderSim,suspendSim,simSwapRequest,activateLineDevice}
POST,PATCH {devices,device}/#/{activate,suspend,register,claim,provision,deactivate}
GET,POST {esim/bundles/apply,esims/apply,esims/assignments,eSIM/profile,smdp/profiles,euicc/profiles,resourceActivation}
`,
  'New Phone Line Activation': `
GET {phone-numbers,phonenumbers,phone_numbers,numbers,dids,available-phone-numbers,available_phone_numbers,virtual-numbers,tns,msisdns,toll-free-numbers,telephone-numbers}{,/available,/search,/#,/inventory}
POST {phone-numbers,phonenumbers,phone_numbers,numbers,dids,virtual-numbers,tns,msisdns,incoming-phone-numbers,number-orders,number_orders,number-reservations}{,/purchase,/buy,/order,/orders,/reserve,/provision,/assign,/search,/lease,/rent,/release,/claim}
DELETE,PATCH,PUT {phone-numbers,phone_numbers,numbers,dids,virtual-numbers,msisdns,incoming-phone-numbers}/#
POST {phone-numbers,numbers,dids,msisdns}/#/{assign,release,unassign,activate,reserve,buy,cancel,port-assign,attach}
POST {lines,line,telephony/lines,telecom/lines,mobile/lines,voice/lines,subscriber-lines,accounts/#/lines}{,/activate,/provision,/add,/order,/new,/#/activate,/#/suspend,/#/restore}
POST {addLine,activateLine,newLine,provisionLine,orderNumber,buyNumber,purchaseNumber,searchNumbers,reserveNumber,orderPhoneNumber,assignNumber,getAvailableNumbers,line-activation,lineActivation,provisionNumber}
GET {availableNumbers,numbers/available,number-search,inventory/numbers,available-numbers/#,numbers/inventory,countries/#/numbers,phone-numbers/available/#}
`,
  'Phone Port-In': `
POST,GET {,numbers,phone-numbers,phonenumbers,telephony,lines,mobile,accounts/#}/{port-requests,port-in,portin,porting,port-orders,porting-orders,porting_orders,portins,port,porting/requests,portIn,port-out,number-porting,portout,portability}{,/#}
POST {port-in,portin,porting,porting-orders,port-requests,portability,number-portability,lnp,mnp,port}/{check,eligibility,validate,submit,request,requests,orders,cancel,status,confirm,verify,lookup,initiate,create,documents,pin}
GET {port-in,portin,porting,porting-orders,port-requests,portability,mnp,lnp}/{status,eligibility,#,#/status,check/#,history,documents}
GET,POST,PUT {projects/#,bulk,dashboard,admin,telephony/#,phone-numbers/#,accounts/#,voice}/{porting,port-requests,port-orders,portIns,port-ins,porting/documents,port,port-request/#,portability/check,bulk-porting,number-porting,porting/onboards}{,/#}
PUT,POST,GET {number-porting,porting,port-in}/{business-info,customer-info,loa,documents,foc-date,carrier,numbers,sign,pin,address,current-provider,review}
PATCH,DELETE,PUT {port-requests,porting-orders,portins,portin-orders,porting/orders}/#
POST {portability-checks,portability_checks,portabilityCheck,checkPortability,portInRequest,submitPort,portNumber,validatePortIn,checkPortInEligibility,portInEligibility,cancelPort,lnpcheck,lnp/checker,mnp/lookup,hlr/lookup,hlr-lookup,lookup/hlr,lookup/mnp}
`,
  'Service Plan Update': `
POST,PUT,PATCH {subscription,subscriptions,subscriptions/#,billing,account,me,lines/#,sims/#,customers/#/subscription,subscribers/#}/{change-plan,plan,plan/change,upgrade,downgrade,switch-plan,upgrade-plan,rate-plan,tariff,bundles,change_plan,plan/upgrade}
POST {changePlan,upgradePlan,switchPlan,updatePlan,changeSubscription,changeTariff,updateServicePlan,changeRatePlan,upgradeSubscription,downgradePlan,selectPlan,choose-plan,plan/select,plans/select,plans/#/subscribe,plans/#/select,plan/switch}
GET,POST {rate-plans,rateplans,rate_plans,data-plans,dataplans,service-plans,tariffs,mobile-plans,phone-plans,bundles,esim/bundles,esim/plans,data-packages,data-bundles,telecom/plans,sim/plans,service_plans,tariff-plans}{,/#}
POST {top-up,topup,topups,recharge,airtime,airtime/topup,airtime/send,mobile/topup,mobile-recharge,data/topup,sims/#/topup,sims/#/top-up,esims/#/topup,lines/#/recharge,esim/topup,recharges}
POST,PUT,DELETE {sims,lines,subscribers,esims,subscriptions}/#/{plan,rate-plan,bundles,data-plan,add-ons,packages,tariff,service-plan,offers}{,/#}
GET {plan,plans,subscription/plan,subscription/plans,account/plan,me/plan,billing/plans,billing/plan,subscriptions/plans,service/plans}
POST,PUT,GET {ChangePlan,UpdatePlan,GetPlans/mobile,SetRatePlan,subscription/upgrade,subscriptions/#/upgrade,subscriptions/#/downgrade,subscriptions/#/change,tenants/#/subscription/change-plan,account/plan/upgrade,service/offerChange,offer-changes,update_speed_class,speed-class,subscription/extra/#,subscription/addons,esims/#/bundles/#,sims/#/quota/top-up,bundles/#/assign,recharge/packages,topup/packages,airtime/topup,billing_plan/downgrade,rate-plan-charges/#,data-plans/network/#,data-plans/country/#}
PATCH,PUT {serviceInventory/service,productInventory/product,service/plan}/#
`,
  'Usage Tracking': `
GET {,account,me,sims/#,lines/#,subscribers/#,devices/#,customers/#,subscriptions/#,organizations/#,billing,esims/#,users/#,api}/{usage,data-usage,usage/summary,usage-summary,quota,consumption,usage/history,usage/daily,usage-records,quotas,usage/current,usage/details,usage/monthly,data-consumption,allowance}
GET {usage,usages,usage-records,usage_records,usage/#,api-usage,apiUsage,usage-report,usage-reports,usageReport,consumption,quota,quotas,account/limits,user/limits}{,/#}
GET {usage,consumption,metering}/{summary,daily,monthly,history,data,api,reports,current,export,breakdown,timeseries,by-country,metrics,total,by-day,device/#,subscriber/#}
GET,POST {getUsage,getDataUsage,usageSummary,checkUsage,getQuota,getUsageHistory,check-usage,balance/usage,dataBalance,getConsumption,remaining-data,data-balance,queryUsage}
GET {stats,reports,statistics}/{usage,data-usage,sims/#,subscribers/#,traffic/sims/#,consumption,usage/daily,api-usage}
GET {usageManagement/v4/usage,usageConsumption/v3/report,queryUsageConsumption,usageConsumptionReport}{,/#}
POST {usage,usage-events,meter-events,usage-records,metering/events,subscription_items/#/usage_records}
GET {energy,electricity,water,gas,meters/#,devices/#,storage,bandwidth,homes/#}/{usage,consumption,readings-usage}
GET,POST {customer_usage,storage,network,traffic,compute,sms,voice,data,credits,account/credits,organization,company,team,workspace,tenant,app}/{usage,usage/daily,usage/monthly,usage/summary,usage-report,consumption,quota,usage_stats,credit-usage,usage/history}
GET,POST {GetUsage,GetQuota,GetApiUsage,GetLicenseUsage,GetDataUsage,usage.list,usage/check,usage-check,UsageSummary,allotments/consumed,remaining-quota,limits/usage,plan-limits/usage,plan_usage,statistics/consumption,stats/air/sims/#,stats/subscribers/#,traffic-stats/sims/#,data-balance,quota/data,energy-usage/#,self-consumption,power-consumption/devices/#,usage_record_summaries,add_ons/#/usage}{,/#}
GET {licenses,license,seats}/{usage,consumption,utilization}
`,
  'Call Detail Record': `
GET {,accounts/#,telephony,voice,pbx,reports,subscribers/#,users/#,lines/#,call-center,extensions/#}/{cdr,cdrs,call-logs,call-history,calls,call-records,call-detail-records,call_logs,calllog,callrecords,cdr-logs,recent-calls}{,/#}
GET {calls,call}/{history,logs,records,search,list,recent,#,#/recordings,#/recording,missed,report}
GET {recordings,call-recordings,calls/recordings,voice/recordings,recording,call_recordings}{,/#,/#/download,/#/media,/#/transcript}
GET {messages,sms,message}/{logs,history,records,detail-records,message-logs,log}
POST {getCallLogs,getCdr,callHistory,fetchCallRecords,cdr/search,cdr/query,cdr/export,call-logs/search,getCallDetails,cdrs/batch,cdr/report,searchCalls,call-records/query,getCallRecording}
GET,POST {location,sims/#/location,devices/#/location,esims/#/location,subscribers/#/location,lines/#/location,location/retrieve,location-retrieval/retrieve,device-location/verify,lcs/location,provide-loc-info,msisdn/#/location}
POST {location-verification/v0,location-retrieval/v0,device-location/v1,geofencing/v0,lcs,gmlc}/{verify,retrieve,location,subscriptions/device-location,msisdn/#}
GET {detail-records,detail_records,message_detail_records,mdr,xdr,cdr-reports,call-detail}{,/#}
GET,POST {GetCallLogs,GetCallRecords,GetCallHistory,ListCalls,SearchCalls,calls.list,call.list,GetRecordings,GetCallRecording,call-log/list,call-activity,call-journal,call_journal,phone/call_history,phone/recordings,pbx/calls/history,pbx/cdrs,cdrs/legs,cdrs/count,cdrs/summary,message-logs,sms/history,sms/log,message-history/sms,conversation-detail-records,subscriber/location,ue/location,imsi/location,provide-location,loc-info,location/last-known/sims/#}{,/#}
DELETE {call-logs,recordings,calls/recordings,call-history}/#
`,
} as const satisfies Partial<Record<EndpointClass, string>>
