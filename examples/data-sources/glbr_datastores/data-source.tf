data "glbr_datastores" "vmfs" {
  filters = [
    { property = "datastoreType", values = ["VMFS"] },
    { property = "clusterInfo/name", values = ["clinic-cluster-1"] },
  ]
}

output "free_gibibytes" {
  value = { for store in data.glbr_datastores.vmfs.items : store.name => floor(store.capacity_free / pow(1024, 3)) }
}
