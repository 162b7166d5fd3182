/** Routes of shops, payments and loyalty; written for this project. `{a,b}` is a choice, `#` an identifier. */
import type { EndpointClass } from '../../../packages/core/src/vocabulary/index.js'

export const commerceRoutes = {
  Billing: `
GET {,billing,account,customers/#,accounts/#,subscriptions/#,me,finance}/{invoices,bills,statements,receipts,credit-notes,creditnotes,billing,billing-history,credit_memos}
GET {,billing,customers,accounts/#}/{invoices,invoice,bills,statements,receipts,credit-notes,credit_notes,sales-invoices}/#
GET {invoices,invoice,statements,receipts,bills}/#/{pdf,download,file,lines,items,line-items,send,email}
POST,PUT {,billing,accounting,companies/#}/{invoices,invoice,credit-notes,creditnotes,salesInvoices,bills,credit_memos}
PUT,PATCH,DELETE {invoices,credit-notes,bills,invoice,creditMemos}/#
POST {invoices,credit_notes,bills}/#/{send,finalize,void,email,mark_uncollectible,markAsPaid,preview}
GET {billing,account/billing,billing-account,billing_info,billing/info,billing/summary,billing/overview,billingAccounts,billing/costs,billing/usage-charges,billing/subscription,billing/charges}{,/#}
POST,DELETE {subscriptions,subscription}{/#,}/{cancel,cancellation,terminate}
GET {subscriptions,subscription,billing/subscriptions,customers/#/subscriptions,subscription/status}{,/#}
DELETE,POST {subscriptions,billing/subscription}{,/#}
GET {createInvoice,getInvoice,listInvoices,getBillingInfo,invoice/list,statement/download,billing/statement,getBillingStatement,accountStatement}
GET,PATCH {tmf-api,}/{customerBillManagement/v4/customerBill,billingAccount,appliedCustomerBillingRate,customerBill}{,/#}
GET {subscriptions/#,customers/#,accounts/#,projects/#,companies/#,rides/#,orders/#,trips/#,payments/#,rentals/#}/{invoices,invoice,receipt,receipts,statements,billing,bills,credit-notes,charges-summary}
GET,POST,PUT {recurring-invoices,proforma-invoices,sales-invoices,salesInvoices,purchase-bills,invoice-items,invoiceitems,invoice-line-items,invoice-adjustments,debit-notes,credit-memos,creditmemos,bill-runs,billing-runs,dunning-cycles,billing-documents,customer-statements,invoice/lines,customerInvoices,supplier-invoices,freeTextInvoices}{,/#,/#/lines,/#/pdf,/#/files,/#/history}
GET,POST {GetInvoice,GetInvoices,CreateInvoice,SendInvoice,ListInvoices,VoidInvoice,GetStatement,GetReceipt,invoice.list,invoice.get,invoices/search,CreateCreditNote,UpdateInvoice,invoice/create,invoice/send,GetBill,billing/cost,billing/costs,billing/balance,billing/history}{,/#}
GET {subscriptions,subscription}/{active,current,status,me,details,list,#/status,#/invoices}
POST {billing,account/billing}/{details,address,portal,customer-portal,profile,cancel}
`,
  'Payment (B2C)': `
POST {,checkout,orders/#,v1,api,invoices/#,customers/#,gateway}/{payments,payment,charges,charge,pay,refunds,refund,transactions}
GET {,orders/#,customers/#,me}/{payments,refunds,charges,transactions,payment-methods,cards,payment_methods}{,/#}
POST {payments,charges,transactions,payment,payment_intents,payment-intents,authorizations}/#/{capture,refund,void,cancel,confirm,reverse,refunds,captures,authorize,complete}
POST {payment-intents,payment_intents,create-payment-intent,setup_intents,payment-links,paymentlinks,payment_sessions,payment/session,payment/intent,payments/initiate,initiate-payment,payments/link}
POST {customers/#,me,wallet,account,user,users/#}/{payment-methods,cards,payment_methods,credit-cards,sources}
GET,DELETE,PUT {customers/#,me,wallet,account,}/{payment-methods,cards,payment_methods,saved-cards}{,/#}
POST {payment,payments,pay}/{process,authorize,authorise,charge,create,execute,capture,refund,confirm,verify,status,card,callback/return,3ds,mobile-wallet,ewallet,qr,upi}
POST {makePayment,processPayment,payNow,refundPayment,capturePayment,createCharge,createPayment,doPayment,authorizePayment,chargeCard,voidTransaction,createTransaction,initiatePayment,paymentRequest}
POST {wallet,wallets/#,account}/{withdraw,withdrawal,withdrawals,cashout,deposit,pay,add-funds,topup-wallet}
POST {loans,loan}/#/{repayments,repayment,repay,payments,pay}
POST {domestic-payments,domestic-payment-consents,international-payments,standing-orders,domestic-standing-orders,payment-initiation}
POST {reversals,preauthorizations,voids,captures,sales,disputes,chargebacks}
GET {payments,payment,transactions}/#{,/status}
GET {transactions,transaction,payment-history,payments/history,wallet/transactions,account/transactions,accounts/#/transactions}
POST {pg,psp,gateway,acquiring,terminal,pos,ecommerce,card-payments,mobile,checkout-api}/{payment,payments,charge,sale,auth,authorization,capture,void,refund,payment-link,transaction,payments/#/refunds,payments/#/captures,void/#,capture/#,refund/#}
POST,GET {CreatePayment,GetPayment,RefundPayment,CapturePayment,VoidPayment,AuthorizePayment,ListPayments,ProcessRefund,IssueRefund,issue_refund,AddCard,DeleteCard,SavePaymentMethod,CreateRefund,GetTransaction,GetTransactions,order.refund.add,payment.create,initiate_payment,seamless_payment,payment-status,CreatePaymentLink,PaymentComplete}{,/#}
GET {payments,refunds,charges,captures,authorizations,chargebacks,payment-intents,payment-links,orders/#/payments,invoices/#/payments,customers/#/cards,disputes}/#{,/status,/refunds,/history}
POST {customerPayments,customer-payments,payments/received,invoice-payments,subscription/payment,registrations/#/payments,bookings/#/payments,members/#/payments,subscriptions/#/charge,tickets/#/refund,bookings/#/refund,esim/orders/#/refund}
GET,POST {donations,donate,tips,gift-cards/#/transactions}
`,
  'Payment (B2B)': `
POST {,merchants/#,vendors/#,accounts/#,companies/#,treasury,banking}/{payouts,transfers,disbursements,wires,ach,ach-transfers,wire-transfers,bank-transfers,sepa-transfers,settlements,mass-payments,payout}
GET {,merchants/#,vendors/#,accounts/#,companies/#,finances,sellers/#}/{payouts,transfers,disbursements,settlements,wires,remittances,vendor-payments,payout-summary,beneficiaries}{,/#}
POST {payouts,transfers,disbursements,wires,batches}/#/{cancel,approve,reverse,reversals,confirm,execute,submit}
POST {payouts,transfers}/{create,batch,bulk,quote,initiate,schedule}
POST {vendor-payments,vendorpayments,supplier-payments,bill-payments,billpayments,billPayments,batch-payments,b2b-payments,vendor_payments,ap/payments,payables,purchase-invoices/#/payments,bills/#/payments,bills/#/pay,suppliers/#/payments,payment-batches}{,/#}
GET {vendor-payments,vendorpayments,supplier-payments,bill-payments,billPayments,supplierInvoices/#/payments,batch-payments}{,/#}
POST {sepa,ach,wire,swift,rtp,fedwire,bacs,eft,pix}/{transfer,transfers,credit-transfer,credit-transfers,payments,debit,credit,batch,origination}
POST {beneficiaries,payees,external-accounts,recipients,counterparties}
POST {b2b,business,corporate}/{payments,payment,transfer,pay,request,payout}
GET {settlements,settlement,merchant-settlements,settlement-reports,payout-reconciliation}{,/#}
GET,POST,PUT {vendorPayments,VendorPayment,vendor_credits/payments,supplierPayments,bill-payment,billpayment,billPayment,batchPayments,vendor-payment-journals,outgoing-payments,outbound-payments,outbound_transfers,supplier-settlements,partner-payouts,seller-payouts,driver-payouts,host-payouts,commission-payouts,payout-batches,payout-schedules,payoutSettings,payout/statistics,beneficiary,credit-transfers,account-transfers,internal-transfers,money-movement/transfers,remittance-advices}{,/#,/#/status,/#/cancel,/#/payments}
POST {createPayout,sendWire,createTransfer,initiateTransfer,merchantPayout,vendorPayment,payVendor,paySupplier,payBill,bankTransfer,createBatchPayment}
`,
  'Product Search': `
GET {,shop,store,storefront,catalog,catalogue,marketplace,commerce,v1}/{products,product,items,listings,catalog,catalogue,goods,offers,skus,merchandise,product-list}
GET {,shop,store,catalog,marketplace}/{products,product,listings,items,offers,variants,skus}/#
GET,POST {products,product,catalog,shop,store,listings,items}/{search,find,browse,list,featured,popular,new,bestsellers,trending,filter,autocomplete,suggestions,recommended,all,query}
GET {products,product}/#/{related,variants,similar,recommendations,images,price,prices,details,options}
GET {categories,category,collections,brands,taxons}/#/{products,items,listings}
GET,POST {hotels,flights,cars,rooms,cruises,trips,vacations,rentals,properties,homes,vehicles,tickets,events}/{search,offers,list,#,availability-search,deals}
POST {shopping,search,travel}/{flight-offers,hotel-offers,flights,hotels,cars,flight-availabilities,transfer-offers}
GET {hotels,flights,properties,vehicles,cars,restaurants/#/menu,menus,listings,deals,offers}
GET {searchProducts,getProducts,getProduct,productList,listProducts,product-search,productsearch,itemSearch,findItems,getCatalog,getListings,searchItems,getProductDetails,relatedProducts}
GET {tmf-api,}/{productCatalogManagement/v4/productOffering,productOffering,productSpecification,productCatalog}{,/#}
GET {categories,category,collections,catalogs,catalogs/#,ecosystems/#,shop-sections,taxons,departments,brands,vendors/#,merchants/#,shops/#,companies/#,stores/#,regions/#}{/#,}/{products,listings,items,catalog,goods,offers,menu,active-listings}
GET,POST {GetProducts,GetProduct,ListProducts,SearchProducts,product.list,product.info,product/list,products/list,products/all,catalog/items,items/search,SearchListings,listings/active,active-listings,GetListing,listingsByRegion,GetItem,relatedProducts/#,products/by-category/#,entity/product,product-offerings,digital-products,service-offerings,search/products,shop/search,store/search,car/search,car/catalog,search/car/active,vehicles/for-sale,dealer/inventory/active,hotel/offers,availability/flights,flight/search,rooms/search,terminal-products,products/by-sku/#,products/barcode/#}{,/#}
GET {p,dp,product-detail,products/slug,item}/#
`,
  'Inventory Management': `
GET,PUT,POST,PATCH {,products/#,variants/#,skus/#,items/#,shop,warehouses/#}/{inventory,stock,stocks,stock-level,stock-levels,inventory-levels,quantity,availability}
GET,POST,PUT,DELETE {inventory,stock}/{items,levels,item/#,items/#,adjust,adjustments,update,reserve,release,sync,sku/#,check,availability,transfer,movements,count,status,#}
POST {inventory,stock,products/#,items/#,seats,rooms,slots}/{reserve,release,hold,unreserve,allocate,deduct,increment,decrement}
POST,PUT {updateStock,setInventory,adjustInventory,reserveStock,updateInventory,getInventory,checkStock,stockUpdate,saveInventory,setQuantity,update_stock,bulkUpdateInventory,getStockLevel}
POST,DELETE,GET {reservations,reservation,stock-reservations,inventory/reservations,holds,seat-holds,hold-tokens,allocations}{,/#}
POST {seats,tables,slots,booths,rooms,vehicles,appointments/slots}/{hold,reserve,release,lock,block,#/reserve,#/hold}
GET {availability,seats/availability,rooms/availability,products/availability,items/#/availability,slots,inventory_items,inventory-items,stockItems}
GET,POST,PUT {logistics,fulfillment,wms,oms,marketplace,retail,skus/#,commerce}/{inventory,inventory/skus/#,inventory/reservations,stock,stock/#,inventory/reservations/#/confirm,inventory/reservations/#/cancel,products/stock,product/#/stock,stocks/update}
POST {inventory,stock}/{receive,ship,confirm,commit,cancel,acknowledge,initialize,set,count,allocate,bulk-update,reserve/#,confirm/#,release/#}
GET,POST,PUT {GetStock,UpdateInventory,AdjustStock,GetInventoryLevel,ReserveInventory,StockAdjustment,stock-adjustments,inventory-adjustments,inventory.list,stock.update,InventoryLevels,InventoryItem,inventory_levels/set,inventory-summary,stock/availability/#,StockAvailability,low-stock,out-of-stock,products/low-stock,ReserveNow,CancelReservation,commands/reserve,reserve_now,hold-seats,lock-seats,release-seats}{,/#}
POST,PUT {bookings,rooms,tables,lots,units,spots,parking,lockers,bikes,scooters,vehicles,charge-points}/{#/,}{reserve,hold,release}
GET,PATCH,PUT {reservations,stock-reservations,seat-holds}/#{,/cancel,/confirm,/extend}
PUT,PATCH,DELETE {inventory_items,inventory-items,stock_items,stockItems,inventory-levels}/#
`,
  Cart: `
GET,POST,DELETE,PUT,PATCH {,shop,store,storefront,customers/#,users/#,api,me,guest,checkout}/{cart,basket,shopping-cart,shoppingcart,carts,bag,shopping_cart,baskets}
GET,PUT,PATCH,DELETE {cart,carts,basket,baskets,shopping-cart,guest-carts}/#
POST {cart,carts/#,basket,baskets/#,shopping-cart,guest-carts/#,bag}/{items,add,line-items,add-item,products,add-to-cart,lines,addItem,entries}
PUT,PATCH,DELETE {cart,carts/#,basket,baskets/#}/{items/#,line-items/#,lines/#,entries/#,products/#,remove/#,update/#}
POST,PUT,DELETE {cart,basket,carts/#}/{update,remove,clear,empty,merge,coupon,coupons,apply-coupon,voucher,discount,discounts,promo,giftCards,quantity,delete,sync,promotions,estimate,count,total,totals,summary,mine}
POST {addToCart,add-to-cart,removeFromCart,updateCart,getCart,viewCart,clearCart,addItemToBasket,emptyCart,cartAdd,applyCoupon/cart,add_to_basket}
POST {waitlist,waiting-room,queue,waitlists,virtual-queue}/{join,enter,enqueue,position,confirm,token}
GET {cart,basket}/{count,totals,summary,items,view,mini,info,get}
`,
  Checkout: `
POST {,store,shop,v1,api,storefront,customers/#,me,carts/#,cart}/{orders,order,checkout,checkouts,purchases,bookings,purchase,booking,place-order}
POST,PUT {checkout,checkouts,checkout/#,order,orders}/{complete,confirm,shipping,payment,billing,address,submit,place,create,finalize,start,process,session,sessions,preview,review,delivery,shipping-method,payment-method,validate,next,success,init}
GET {checkout,checkout/sessions,checkouts,checkout/session}{,/#}
POST {orders,order}/{create,new,place,submit,add,checkout,confirm,buy,quick,#/confirm,#/complete,#/pay-on-delivery}
POST {carts,cart,basket,guest-carts}/#/{checkout,order,complete,shipping-address,shipping-information,payment-information,billing-address,shipping-methods,estimate-shipping,set-payment-method}
GET {carts,checkouts}/#/{shipping-methods,payment-methods,shipping-rates}
POST {placeOrder,createOrder,submitOrder,checkoutComplete,buyNow,purchaseOrderNow,confirmOrder,createCheckoutSession,create-checkout-session,checkoutSession,bookFlight,createBooking,newOrder,orderCreate}
POST {booking,bookings}/{create,confirm,flight-orders,hotel-orders,hotel-bookings,car,new}
POST {flights,hotels,tickets,rooms,events/#/tickets,tours,courses,subscriptions}/{book,booking,purchase,buy,order,checkout}
POST,PUT {PlaceOrder,CreateOrder,SubmitOrder,order.add,order.create,orders/place,order/confirm,orders/#/confirm,orders/#/purchase,checkout/#/complete,checkouts/#/payment,checkout/submit-order,guest/checkout,checkout/guest,cart/checkout,basket/checkout,CheckoutComplete,Checkout,PurchaseTicket,tickets/purchase,purchase/validate,domains/purchase,BuyProduct,pos/orders,eats/orders,restaurant/orders,food/orders,crm/orders,integration/orders,service-offerings/#/order,booking/hotel-bookings,bookings/hold/confirm,rentals/book,reservations/book,select-payment,shipping-info}{,/#}
POST {tmf-api/,}{productOrderingManagement/v4/productOrder,shoppingCart/v4/checkout,serviceOrdering/v4/serviceOrder}
POST {tickets,domains,items/#,products/#,licenses,credits,packages}/{purchase,buy,order}
POST,GET {draft-orders,onepage,checkout/onepage,checkout/cart/payment,instant-purchase,express-checkout}
`,
  'Order Tracking': `
GET {,store,shop,me,account,customers/#,users/#,my,sales,marketplace,admin}/{orders,order-history,order,purchases,bookings,order/history,my-orders,sales-orders}
GET {orders,order,purchases,bookings,sales/orders,shop/orders,my/orders}/#
GET {orders,order}/#/{status,items,shipments,tracking,details,track,history,line-items,fulfillments,deliveries,summary}
GET,POST {track,tracking,shipment/track,shipments/track,parcel/track,track-order,order/track,orders/track,trackOrder,tracking/status,package/track,deliveries/track,tracks,trackings}{,/#}
GET {shipments,fulfillments,deliveries,shipment,parcels,packages,delivery,trackers,consignments}{,/#}
GET {shipments,parcels,deliveries}/#/{tracking,status,track,events,history}
GET {getOrder,getOrders,listOrders,orderList,order/list,orderStatus,getOrderStatus,order-status,orders/list,getOrderDetails,orders/search,orderDetail,getShipmentStatus,orders/recent}{,/#}
GET {GetOrder,GetOrders,ListOrders,order.list,order.info,orders.list,order/get,orders/all,SearchOrders,orders/by-number/#,orders/number/#,order-details/#,GetOrderById,orders/pending,orders/open,orders/status/#,users/#/purchases,user/purchases,purchase-history,my/purchases,customer/orders,OrderHistory,order/userOrders,flight-orders/#,hotel-orders/#,bookings/#/status,order-status/#,product/order/status/#}
GET {companies/#,merchants/#,shops/#,organizations/#,sellers/#,stores/#,marketplaces/#,content/#,account}/{orders,orders/#,shipments,shipments/#,fulfillments,orders/#/status,orders/#/shipments,order-tracking}
GET,POST {TrackShipment,TrackParcel,GetTracking,tracking/simple,tracking/details,tracking-info,tracking_status,trackings/get,track/shipments,tracking/by-reference,shipping/track,shipping/tracking,track-and-trace,delivery-status,parcels/status,transit-times/track,events/shipment/#}{,/#}
GET {tmf-api,}/{productOrderingManagement/v4/productOrder,serviceOrder,productOrder,shipmentTracking}{,/#}
`,
  Review: `
GET,POST {products/#,product/#,books/#,items/#,movies/#,hotels/#,sellers/#,shops/#,restaurants/#,apps/#,courses/#,recipes/#,store,places/#,games/#,listings/#,}/{reviews,ratings,review,rating,product-reviews}
GET,PUT,PATCH,DELETE {reviews,ratings,review,products/#/reviews,product-reviews,testimonials}/#
POST {reviews,review}/{create,add,new,submit,#/vote,#/helpful,#/reply,#/report,#/replies,#/like}
POST {rate,rateProduct,submitReview,addReview,postReview,post-review,submit-rating,addRating,rateSeller,leaveFeedback,writeReview,sendReview,productReview}{,/#}
POST,PUT {orders/#,rides/#,trips/#,drivers/#,sellers/#,bookings/#,movies/#}/{rate,rating,review,feedback}
GET {reviews,ratings}/{product/#,me,summary,average,latest,user/#,list,search,pending}
GET,POST,DELETE,PUT {albums,songs,books,recipes,venues,businesses,doctors/public,drivers,events,podcasts,episodes,titles,movie,tv,beers,wines,plugins,extensions,themes,hosts,merchants}/#/{reviews,ratings,rating,review,reviews/#,user-rating,critic-reviews}
GET,POST,PUT,DELETE {GetRating,GetReviews,AddRating,SetRating,DeleteReview,product.review.list,product.review.add,ListReviews,RateItem,ReviewProduct,videos/getRating,videos/rate,items/#/rate,course_reviews,book-reviews,store-reviews,seller-feedback,feedback/seller,buyer-feedback,app-reviews,customer-reviews,user/ratings,my-reviews,ratings/me,sync/ratings,reviews/summary,reviews/statistics/product}{,/#}
GET,POST {feedback,product-feedback,customer-feedback,testimonials}
`,
  'Loyalty Program Integration': `
GET,POST {loyalty,rewards,points,referrals,loyalty-program,membership/rewards,reward-points}{,/#}
GET,POST {loyalty,rewards,loyalty-program,members/#,customers/#,points,user,me,account,users/#}/{points,balance,redeem,redemptions,tiers,tier,earn,rewards,history,members,accounts,programs,status,claim,transactions,catalog,enroll,join,referrals,cashback}
POST {rewards,loyalty/rewards,points,vouchers,offers}/{#/redeem,redeem,#/claim,claim,earn,transfer,adjust,expire,use}
POST {redeemPoints,redeemReward,earnPoints,addPoints,getRewards,loyaltyRedeem,getPoints,claimReward,redeem-points,awardPoints,usePoints,referFriend,refer-a-friend}
GET,POST {referral,referrals,referral-program,refer,invite-friends}/{code,codes,invite,apply,stats,links,#,friends,history}
GET {loyaltyAccounts,loyalty-accounts,loyalty_accounts,loyalty-cards,loyaltyCards,membership-tiers,loyalty/programs}{,/#}
POST {loyalty_programs,loyalty-programs,programs/loyalty,loyalty_accounts}{,/#/members,/#/accumulate,/#/adjust}
GET,POST,PUT {loyalty/v1,loyalty,membership,crm/loyalty,pos/loyalty}/{cards,cards/#,accounts/#,customers/#/points,transactions,balance/#,offers,campaigns/#/members,class,object,export_log,redemption-cap,coupons/redeem,profile/#,program/#,tiers/#}
GET,POST {GetRewards,GetPoints,RedeemOffer,redeemedoffers,redeemed-offers,RedeemIncentiveCode,IssueReward,GetLoyaltyBalance,AddLoyaltyPoints,CreateReferral,GetReferrals,loyalty.list,rewards/catalog,rewards/available,rewards/#/redeem,referrals/#/reward,sponsorship/list,use-reward,reward-redemptions,bonus-points,points/history,points/balance}{,/#}
POST,GET {miles,cashback,stamps,perks}/{balance,redeem,earn,history}
`,
} as const satisfies Partial<Record<EndpointClass, string>>
