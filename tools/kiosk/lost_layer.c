// A Vulkan layer that loses the graphics device: what a driver says when its card hangs, is reset or is pulled out.
//
// It stands between a program and its driver and passes everything on. Once the file that LOSE_WHEN names is there, it
// takes that file away, and from then on every submission, wait, picture and presentation of this process fails with
// VK_ERROR_DEVICE_LOST. See graphics_lost.py.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vulkan/vk_layer.h>
#include <vulkan/vulkan.h>

static PFN_vkGetInstanceProcAddr instance_below;
static PFN_vkGetDeviceProcAddr device_below;
static int lost;

static int is_lost(void) {
    const char *file = getenv("LOSE_WHEN");
    if (!lost && file && unlink(file) == 0)
        lost = 1;
    return lost;
}

// Each of these fails once the device is lost, and does what it always does before.
#define LOSES(name, takes, gives)                                                                                      \
    static PFN_vk##name name##_below;                                                                                  \
    static VKAPI_ATTR VkResult VKAPI_CALL lose_##name takes {                                                          \
        return is_lost() ? VK_ERROR_DEVICE_LOST : name##_below gives;                                                  \
    }

LOSES(QueueSubmit, (VkQueue queue, uint32_t count, const VkSubmitInfo *infos, VkFence fence),
      (queue, count, infos, fence))
LOSES(QueuePresentKHR, (VkQueue queue, const VkPresentInfoKHR *info), (queue, info))
LOSES(AcquireNextImageKHR,
      (VkDevice device, VkSwapchainKHR chain, uint64_t wait, VkSemaphore semaphore, VkFence fence, uint32_t *image),
      (device, chain, wait, semaphore, fence, image))
LOSES(WaitForFences, (VkDevice device, uint32_t count, const VkFence *fences, VkBool32 all, uint64_t wait),
      (device, count, fences, all, wait))
LOSES(WaitSemaphores, (VkDevice device, const VkSemaphoreWaitInfo *info, uint64_t wait), (device, info, wait))
LOSES(GetSemaphoreCounterValue, (VkDevice device, VkSemaphore semaphore, uint64_t *value), (device, semaphore, value))

static VKAPI_ATTR VkResult VKAPI_CALL create_instance(const VkInstanceCreateInfo *info,
                                                      const VkAllocationCallbacks *memory, VkInstance *instance) {
    VkLayerInstanceCreateInfo *link = (VkLayerInstanceCreateInfo *)info->pNext;
    while (link && !(link->sType == VK_STRUCTURE_TYPE_LOADER_INSTANCE_CREATE_INFO && link->function == VK_LAYER_LINK_INFO))
        link = (VkLayerInstanceCreateInfo *)link->pNext;
    if (!link)
        return VK_ERROR_INITIALIZATION_FAILED;
    instance_below = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    PFN_vkCreateInstance create = (PFN_vkCreateInstance)instance_below(VK_NULL_HANDLE, "vkCreateInstance");
    return create(info, memory, instance);
}

static VKAPI_ATTR VkResult VKAPI_CALL create_device(VkPhysicalDevice card, const VkDeviceCreateInfo *info,
                                                    const VkAllocationCallbacks *memory, VkDevice *device) {
    VkLayerDeviceCreateInfo *link = (VkLayerDeviceCreateInfo *)info->pNext;
    while (link && !(link->sType == VK_STRUCTURE_TYPE_LOADER_DEVICE_CREATE_INFO && link->function == VK_LAYER_LINK_INFO))
        link = (VkLayerDeviceCreateInfo *)link->pNext;
    if (!link)
        return VK_ERROR_INITIALIZATION_FAILED;
    PFN_vkGetInstanceProcAddr below = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
    device_below = link->u.pLayerInfo->pfnNextGetDeviceProcAddr;
    link->u.pLayerInfo = link->u.pLayerInfo->pNext;
    PFN_vkCreateDevice create = (PFN_vkCreateDevice)below(VK_NULL_HANDLE, "vkCreateDevice");
    return create(card, info, memory, device);
}

#define STANDS_FOR(vk, ours)                                                                                           \
    if (!strcmp(name, vk))                                                                                             \
    return (PFN_vkVoidFunction)ours

VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL lost_device_function(VkDevice device, const char *name) {
    STANDS_FOR("vkGetDeviceProcAddr", lost_device_function);
    PFN_vkVoidFunction below = device_below(device, name);
#define LOSES_IT(of, called)                                                                                           \
    if (below && !strcmp(name, called)) {                                                                              \
        of##_below = (PFN_vk##of)below;                                                                                \
        return (PFN_vkVoidFunction)lose_##of;                                                                          \
    }
    LOSES_IT(QueueSubmit, "vkQueueSubmit")
    LOSES_IT(QueuePresentKHR, "vkQueuePresentKHR")
    LOSES_IT(AcquireNextImageKHR, "vkAcquireNextImageKHR")
    LOSES_IT(WaitForFences, "vkWaitForFences")
    LOSES_IT(WaitSemaphores, "vkWaitSemaphores")
    LOSES_IT(WaitSemaphores, "vkWaitSemaphoresKHR")
    LOSES_IT(GetSemaphoreCounterValue, "vkGetSemaphoreCounterValue")
    LOSES_IT(GetSemaphoreCounterValue, "vkGetSemaphoreCounterValueKHR")
    return below;
}

VKAPI_ATTR PFN_vkVoidFunction VKAPI_CALL lost_instance_function(VkInstance instance, const char *name) {
    STANDS_FOR("vkGetInstanceProcAddr", lost_instance_function);
    STANDS_FOR("vkCreateInstance", create_instance);
    STANDS_FOR("vkCreateDevice", create_device);
    STANDS_FOR("vkGetDeviceProcAddr", lost_device_function);
    return instance ? instance_below(instance, name) : NULL;
}

VKAPI_ATTR VkResult VKAPI_CALL vkNegotiateLoaderLayerInterfaceVersion(VkNegotiateLayerInterface *asked) {
    asked->loaderLayerInterfaceVersion = 2;
    asked->pfnGetInstanceProcAddr = lost_instance_function;
    asked->pfnGetDeviceProcAddr = lost_device_function;
    asked->pfnGetPhysicalDeviceProcAddr = NULL;
    return VK_SUCCESS;
}
